/**
 * What stands beside each process in its task: it reads what the process counts and gives CloudWatch the part that alarms ask
 * for, and it hands on traces to X-Ray. CloudWatch asks for each metric by the month, so the rest stays where Prometheus would
 * find it.
 */
import { stringify } from 'yaml';
import { names } from './names';

/** By the labels that are kept of them. */
export const metricsTold = {
  process: [
    'nodejs_eventloop_lag_p99_seconds',
    'plaza_loop_failures_total',
    'plaza_payments_gaps',
    'plaza_payments_alarms',
    'plaza_audit_unsealed_seconds',
    'plaza_loyalty_totals_lag_seconds',
    'plaza_mails_oldest_waiting_seconds',
    'plaza_transfers_stream_age_seconds',
  ],
  what: ['plaza_payments_oldest_waiting_seconds'],
} as const;

export const metricLogGroup = '/plaza/metrics';
const readEvery = '60s';

export function collectorSettings(port: number): string {
  const told = (labels: string[], metrics: readonly string[]) => ({
    dimensions: [labels],
    metric_name_selectors: metrics.map((name) => `^${name}$`),
  });
  const everything = [...metricsTold.process, ...metricsTold.what];
  return stringify({
    receivers: {
      prometheus: {
        config: {
          scrape_configs: [
            {
              job_name: 'plaza',
              scrape_interval: readEvery,
              static_configs: [{ targets: [`127.0.0.1:${port}`] }],
              metric_relabel_configs: [
                { source_labels: ['__name__'], regex: everything.join('|'), action: 'keep' },
              ],
            },
          ],
        },
      },
      otlp: { protocols: { http: { endpoint: '127.0.0.1:4318' } } },
    },
    processors: { batch: { timeout: '10s' }, memory_limiter: { check_interval: '1s', limit_mib: 100 } },
    exporters: {
      awsemf: {
        namespace: names.metricNamespace,
        log_group_name: metricLogGroup,
        dimension_rollup_option: 'NoDimensionRollup',
        metric_declarations: [
          told(['process'], metricsTold.process),
          told(['process', 'what'], metricsTold.what),
        ],
      },
      awsxray: {},
    },
    service: {
      pipelines: {
        metrics: {
          receivers: ['prometheus'],
          processors: ['memory_limiter', 'batch'],
          exporters: ['awsemf'],
        },
        traces: { receivers: ['otlp'], processors: ['memory_limiter', 'batch'], exporters: ['awsxray'] },
      },
    },
  });
}
