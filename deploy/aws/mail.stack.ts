/**
 * The mail that goes out: reports and outcomes, signed as the domain's own, by a login that may send as it and do nothing else.
 */
import { PolicyStatement, User } from 'aws-cdk-lib/aws-iam';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment';
import type { GroundStack } from './ground.stack';

export class MailStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { deployment, ground, ...props }: StackProps & { deployment: Deployment; ground: GroundStack },
  ) {
    super(scope, id, props);
    const { zone, zoneId, operator } = deployment;
    const settings = new ConfigurationSet(this, 'Settings', {
      configurationSetName: 'plaza',
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const identity = new EmailIdentity(this, 'Sender', {
      identity: Identity.publicHostedZone(
        PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
          hostedZoneId: zoneId,
          zoneName: zone,
        }),
      ),
      configurationSet: settings,
      mailFromDomain: `mail.${zone}`,
    });
    const refused = new Topic(this, 'Refused', {
      displayName: 'Mail of Plaza that did not arrive',
      masterKey: ground.keyIn(this),
      enforceSSL: true,
    });
    refused.addSubscription(new EmailSubscription(operator));
    settings.addEventDestination('Refused', {
      destination: EventDestination.snsTopic(refused),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    const sender = new User(this, 'Login', { userName: 'plaza-mail' });
    sender.addToPolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [
          identity.emailIdentityArn,
          this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: 'plaza' }),
        ],
      }),
    );
    new CfnOutput(this, 'MailLogin', {
      value: sender.userName,
      description: 'Make an access key of it, and of that SMTP_URL',
    });
  }
}
