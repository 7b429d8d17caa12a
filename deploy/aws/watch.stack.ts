/** Who is told, and of what. */
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { alarmRules, comparisonOf } from './alarms';
import type { GroundStack } from './ground.stack';
import type { Size } from './sizes';

interface WatchStackProps extends StackProps {
  size: Size;
  operator: string;
  balancer: ApplicationLoadBalancer;
  ground: GroundStack;
}

export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { size, operator, balancer, ground, ...props }: WatchStackProps) {
    super(scope, id, props);
    const topic = new Topic(this, 'Alarms', {
      displayName: 'Alarms of Plaza',
      masterKey: ground.keyIn(this),
      enforceSSL: true,
    });
    topic.addSubscription(new EmailSubscription(operator));
    topic.grantPublish(new ServicePrincipal('cloudwatch.amazonaws.com'));
    const told = new SnsAction(topic);
    for (const rule of alarmRules(balancer.loadBalancerFullName, size)) {
      const name = ['plaza', rule.name, ...(rule.of === undefined ? [] : [rule.of])].join('-');
      const alarm = new Alarm(this, name, {
        alarmName: name,
        alarmDescription: `docs/runbooks/alerts.md, ${rule.name}`,
        metric: rule.metric,
        threshold: rule.threshold,
        comparisonOperator: comparisonOf(rule),
        evaluationPeriods: rule.periods,
        treatMissingData: rule.silence ?? TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(told);
      alarm.addOkAction(told);
    }
  }
}
