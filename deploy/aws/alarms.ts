/**
 * When somebody has to look: the rules of `deploy/monitoring/alerts.yml`, by the same names, as CloudWatch knows them, so that
 * `docs/runbooks/alerts.md` is the one place that says what to do; and beside them what only AWS knows of its engines.
 */
import {
  ComparisonOperator,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { names, processNames, type ProcessName } from './names';
import type { Size } from './sizes';

export interface AlarmRule {
  /** That of the part of the runbook. */
  name: string;
  /** Several alarms may be one rule: for each process its own. */
  of?: string;
  metric: IMetric;
  threshold: number;
  /** Above, unless it says otherwise. */
  below?: true;
  /** Periods of the metric, one after the other. */
  periods: number;
  /** What it is when nobody tells: normally nothing to worry about. */
  silence?: TreatMissingData;
}

const minute = Duration.minutes(1);

/** By the minute. */
const metric = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic: string,
) => new Metric({ namespace, metricName, dimensionsMap, statistic, period: minute });

const told = (
  metricName: string,
  process: ProcessName,
  more: Record<string, string> = {},
  statistic: string = Stats.MAXIMUM,
) => metric(names.metricNamespace, metricName, { process, ...more }, statistic);

const ofService = (metricName: string, service: ProcessName) =>
  metric(
    'ECS/ContainerInsights',
    metricName,
    { ClusterName: names.cluster, ServiceName: service },
    Stats.MINIMUM,
  );

const ofBalancer = (balancer: string, metricName: string, statistic: string) =>
  metric('AWS/ApplicationELB', metricName, { LoadBalancer: balancer }, statistic);

const ofDatabase = (server: string, metricName: string, statistic: string) =>
  metric('AWS/RDS', metricName, { DBInstanceIdentifier: server }, statistic);

const ofStream = (metricName: string, statistic: string, more: Record<string, string> = {}) =>
  metric('AWS/Kafka', metricName, { 'Cluster Name': names.stream, ...more }, statistic);

/** @param balancer as its metrics name it */
export function alarmRules(balancer: string, size: Size): AlarmRule[] {
  return [...ofAnswers(balancer, size), ...ofWork(), ...ofEngines(size)];
}

function ofAnswers(balancer: string, size: Size): AlarmRule[] {
  const away = processNames.map((name) => ({
    name: 'ProcessAway',
    of: name,
    metric: ofService('RunningTaskCount', name),
    threshold: size.processes[name].tasksMin,
    below: true as const,
    periods: 5,
    silence: TreatMissingData.BREACHING,
  }));
  const failing = new MathExpression({
    expression: 'IF(asked > 0, failed / asked, 0)',
    usingMetrics: {
      failed: ofBalancer(balancer, 'HTTPCode_Target_5XX_Count', Stats.SUM),
      asked: ofBalancer(balancer, 'RequestCount', Stats.SUM),
    },
    period: minute,
  });
  return [
    ...away,
    { name: 'AnswersFail', metric: failing, threshold: 0.01, periods: 5 },
    {
      name: 'AnswersSlow',
      metric: ofBalancer(balancer, 'TargetResponseTime', Stats.p(99)),
      threshold: 1,
      periods: 10,
    },
  ];
}

/** What the processes count. Who counts it is who does it: jobs and figures are the worker's, the stream is that of payments. */
function ofWork(): AlarmRule[] {
  const waits = (what: string) => told('plaza_payments_oldest_waiting_seconds', 'worker', { what });
  return [
    { name: 'MessagesMissing', metric: told('plaza_payments_gaps', 'worker'), threshold: 0, periods: 1 },
    { name: 'PaymentAlarmOpen', metric: told('plaza_payments_alarms', 'worker'), threshold: 0, periods: 1 },
    { name: 'PaymentsWait', metric: waits('open'), threshold: 900, periods: 5 },
    { name: 'ErrorReportsWait', metric: waits('report'), threshold: 3_600, periods: 5 },
    ...processNames.map((name) => ({
      name: 'LoopFails',
      of: name,
      metric: told('plaza_loop_failures_total', name, {}, Stats.SUM).with({ period: Duration.minutes(10) }),
      threshold: 3,
      periods: 1,
    })),
    {
      name: 'AuditUnsealed',
      metric: told('plaza_audit_unsealed_seconds', 'worker'),
      threshold: 600,
      periods: 5,
    },
    {
      name: 'TotalsLag',
      metric: told('plaza_loyalty_totals_lag_seconds', 'worker', {}, Stats.MINIMUM),
      threshold: 900,
      periods: 5,
    },
    {
      name: 'MailWaits',
      metric: told('plaza_mails_oldest_waiting_seconds', 'worker'),
      threshold: 3_600,
      periods: 1,
    },
    {
      name: 'TransferStreamSilent',
      metric: told('plaza_transfers_stream_age_seconds', 'payments'),
      threshold: 300,
      periods: 1,
    },
    ...processNames.map((name) => ({
      name: 'EventLoopLags',
      of: name,
      metric: told('nodejs_eventloop_lag_p99_seconds', name),
      threshold: 0.25,
      periods: 10,
    })),
  ];
}

const gigabyte = 1_073_741_824;

function ofEngines({ database }: Size): AlarmRule[] {
  const servers = Array.from(
    { length: database.replicas },
    (_, index) => `${names.databaseServer}-replica-${index + 1}`,
  );
  // RDS lets a disk grow when a tenth is left: less than half of that means that it may not.
  const full = { threshold: (database.storageGb / 20) * gigabyte, below: true as const, periods: 5 };
  return [
    ...[names.databaseServer, ...servers].flatMap((server) => [
      {
        name: 'DatabaseBusy',
        of: server,
        metric: ofDatabase(server, 'CPUUtilization', Stats.AVERAGE),
        threshold: 80,
        periods: 15,
      },
      {
        name: 'DatabaseFull',
        of: server,
        metric: ofDatabase(server, 'FreeStorageSpace', Stats.MINIMUM),
        ...full,
      },
    ]),
    ...servers.map((server) => ({
      name: 'ReplicaLags',
      of: server,
      metric: ofDatabase(server, 'ReplicaLag', Stats.MAXIMUM),
      threshold: 30,
      periods: 5,
    })),
    {
      name: 'StreamLeaderless',
      metric: ofStream('OfflinePartitionsCount', Stats.MAXIMUM),
      threshold: 0,
      periods: 3,
    },
    ...[1, 2, 3].map((broker) => ({
      name: 'StreamFull',
      of: `broker-${broker}`,
      metric: ofStream('KafkaDataLogsDiskUsed', Stats.MAXIMUM, { 'Broker ID': String(broker) }),
      threshold: 85,
      periods: 5,
    })),
    {
      name: 'CacheFull',
      metric: metric(
        'AWS/ElastiCache',
        'DatabaseMemoryUsagePercentage',
        { CacheClusterId: `${names.cache}-001` },
        Stats.MAXIMUM,
      ),
      threshold: 95,
      periods: 15,
    },
  ];
}

export const comparisonOf = ({ below }: AlarmRule): ComparisonOperator =>
  below === true ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD;
