/**
 * How many of each process run: replaced one after the other, back to the version before when the new one does not become
 * healthy, more when more is asked.
 */
import { AdjustmentType } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { SubnetType, type SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import {
  AvailabilityZoneRebalancing,
  FargateService,
  PropagatedTagSource,
  type Cluster,
  type FargateTaskDefinition,
} from 'aws-cdk-lib/aws-ecs';
import type { ApplicationTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { names, type ProcessName } from './names';
import type { ProcessSize } from './sizes';

/** Of one processor, as on Kubernetes: 400 a second. */
const requestsPerMinute = 24_000;
const cpuPercent = 70;
const calmMinutes = 5;
/** Messages that wait for all processes of a kind, by the groups and topics that tell most. */
const waiting = {
  payments: [
    { group: 'payments', topic: 'online', many: 5_000 },
    { group: 'payments', topic: 'offline', many: 5_000 },
  ],
  worker: [
    { group: 'catalog', topic: 'orders.events', many: 2_000 },
    { group: 'orders', topic: 'payments.events', many: 2_000 },
  ],
} as const;

interface ServiceProps {
  cluster: Cluster;
  task: FargateTaskDefinition;
  group: SecurityGroup;
}

/** How many there are is up to the scaling alone: a number here would take back what it did, with every deployment. */
export function makeService(
  scope: Construct,
  name: ProcessName,
  { cluster, task, group }: ServiceProps,
): FargateService {
  return new FargateService(scope, name, {
    serviceName: name,
    cluster,
    taskDefinition: task,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    circuitBreaker: { enable: true, rollback: true },
    availabilityZoneRebalancing: AvailabilityZoneRebalancing.ENABLED,
    assignPublicIp: false,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
    securityGroups: [group],
    enableECSManagedTags: true,
    propagateTags: PropagatedTagSource.SERVICE,
    ...(name === 'api' ? { healthCheckGracePeriod: Duration.seconds(60) } : {}),
  });
}

export function scaleByRequests(
  service: FargateService,
  targets: ApplicationTargetGroup,
  size: ProcessSize,
): void {
  scaledByProcessor(service, size).scaleOnRequestCount('Requests', {
    targetGroup: targets,
    requestsPerTarget: Math.round((requestsPerMinute * size.cpu) / 1_024),
    scaleInCooldown: Duration.minutes(calmMinutes),
    scaleOutCooldown: Duration.minutes(1),
  });
}

export function scaleByWhatWaits(
  service: FargateService,
  size: ProcessSize,
  name: keyof typeof waiting,
): void {
  const scaling = scaledByProcessor(service, size);
  for (const { group, topic, many } of waiting[name])
    scaling.scaleOnMetric(`Waiting-${topic}`, {
      metric: new Metric({
        namespace: 'AWS/Kafka',
        metricName: 'SumOffsetLag',
        dimensionsMap: {
          'Cluster Name': names.stream,
          'Consumer Group': `${names.topicPrefix}.${group}`,
          Topic: topic,
        },
        statistic: Stats.MAXIMUM,
        period: Duration.minutes(1),
      }),
      adjustmentType: AdjustmentType.CHANGE_IN_CAPACITY,
      scalingSteps: [
        { upper: many / 10, change: -1 },
        { lower: many, change: 1 },
        { lower: many * 5, change: 2 },
      ],
      cooldown: Duration.minutes(calmMinutes),
    });
}

function scaledByProcessor(service: FargateService, { tasksMin, tasksMax }: ProcessSize) {
  const scaling = service.autoScaleTaskCount({ minCapacity: tasksMin, maxCapacity: tasksMax });
  scaling.scaleOnCpuUtilization('Processor', {
    targetUtilizationPercent: cpuPercent,
    scaleInCooldown: Duration.minutes(calmMinutes),
    scaleOutCooldown: Duration.minutes(1),
  });
  return scaling;
}
