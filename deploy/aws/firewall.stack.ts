/**
 * What stands before everything, in the one region from which CloudFront takes it: the certificate of the site, and the firewall.
 */
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment';
import { firewallRules } from './firewall-rules';
import { names } from './names';

export const firewallRegion = 'us-east-1';

export class FirewallStack extends Stack {
  readonly certificate: Certificate;
  readonly firewallArn: string;

  constructor(
    scope: Construct,
    id: string,
    { deployment, ...props }: StackProps & { deployment: Deployment },
  ) {
    super(scope, id, props);
    const { domain, zone, zoneId } = deployment;
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: domain,
      validation: CertificateValidation.fromDns(
        HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: zoneId, zoneName: zone }),
      ),
    });
    const firewall = new CfnWebACL(this, 'Firewall', {
      name: names.firewall,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: {
        sampledRequestsEnabled: true,
        cloudWatchMetricsEnabled: true,
        metricName: names.firewall,
      },
      rules: firewallRules,
    });
    this.firewallArn = firewall.attrArn;
    this.keepWhatWasRefused(firewall);
  }

  private keepWhatWasRefused(firewall: CfnWebACL): void {
    const log = new LogGroup(this, 'Refused', {
      logGroupName: 'aws-waf-logs-plaza',
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: firewall.attrArn,
      logDestinationConfigs: [this.formatArn({ service: 'logs', resource: `log-group:${log.logGroupName}` })],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }, { ActionCondition: { Action: 'COUNT' } }],
          },
        ],
      },
    });
  }
}
