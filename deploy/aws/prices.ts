/**
 * What AWS asks, in US dollars, on demand, without free tiers, commitments or taxes, in the region us-east-1 (N. Virginia).
 * Written down from the public price pages by name and not fetched: look them up again before a decision rests on them.
 */
export const pricesOf = { region: 'us-east-1', writtenDown: '2026-11-28' } as const;

interface Price {
  dollars: number;
  per: 'hour' | 'month' | 'GB-month' | 'GB' | 'million';
  /** The page of AWS that tells it. */
  source: string;
}

const hourly = (source: string, dollars: number): Price => ({ dollars, per: 'hour', source });

const rds = 'Amazon RDS for PostgreSQL pricing';
/** In one zone; a standby in another costs the same again. */
export const databaseTypes = {
  'db.t4g.large': hourly(rds, 0.129),
  'db.r7g.xlarge': hourly(rds, 0.478),
  'db.r7g.2xlarge': hourly(rds, 0.956),
  'db.r7g.4xlarge': hourly(rds, 1.912),
} as const satisfies Record<string, Price>;
export type DatabaseType = keyof typeof databaseTypes;

const elastiCache = 'Amazon ElastiCache pricing, Valkey';
export const cacheTypes = {
  'cache.t4g.small': hourly(elastiCache, 0.0256),
  'cache.m7g.large': hourly(elastiCache, 0.1264),
} as const satisfies Record<string, Price>;
export type CacheType = keyof typeof cacheTypes;

const msk = 'Amazon MSK pricing, provisioned standard brokers';
export const brokerTypes = {
  'kafka.t3.small': hourly(msk, 0.0456),
  'kafka.m7g.large': hourly(msk, 0.204),
  'kafka.m7g.xlarge': hourly(msk, 0.408),
} as const satisfies Record<string, Price>;
export type BrokerType = keyof typeof brokerTypes;

export const prices = {
  processorHour: hourly('AWS Fargate pricing, Linux on x86', 0.04048),
  memoryGbHour: hourly('AWS Fargate pricing, Linux on x86', 0.004445),
  databaseStorage: { dollars: 0.115, per: 'GB-month', source: `${rds}, gp3` },
  backupStorage: { dollars: 0.095, per: 'GB-month', source: 'AWS Backup pricing' },
  brokerStorage: { dollars: 0.1, per: 'GB-month', source: msk },
  natGateway: hourly('Amazon VPC pricing', 0.045),
  natTraffic: { dollars: 0.045, per: 'GB', source: 'Amazon VPC pricing' },
  endpoint: hourly('AWS PrivateLink pricing', 0.01),
  betweenZones: {
    dollars: 0.02,
    per: 'GB',
    source: 'Amazon EC2 on-demand pricing, data transfer, both ways',
  },
  balancer: hourly('Elastic Load Balancing pricing', 0.0225),
  balancerUnit: hourly('Elastic Load Balancing pricing, capacity unit', 0.008),
  edgeRequests: { dollars: 1, per: 'million', source: 'Amazon CloudFront pricing, HTTPS' },
  edgeTraffic: { dollars: 0.085, per: 'GB', source: 'Amazon CloudFront pricing, first 10 TB' },
  firewallList: { dollars: 5, per: 'month', source: 'AWS WAF pricing' },
  firewallRule: { dollars: 1, per: 'month', source: 'AWS WAF pricing' },
  firewallRequests: { dollars: 0.6, per: 'million', source: 'AWS WAF pricing' },
  logs: { dollars: 0.5, per: 'GB', source: 'Amazon CloudWatch pricing, ingestion' },
  metric: { dollars: 0.3, per: 'month', source: 'Amazon CloudWatch pricing, custom metrics' },
  alarm: { dollars: 0.1, per: 'month', source: 'Amazon CloudWatch pricing' },
  traces: { dollars: 5, per: 'million', source: 'AWS X-Ray pricing' },
  key: { dollars: 1, per: 'month', source: 'AWS KMS pricing' },
  secret: { dollars: 0.4, per: 'month', source: 'AWS Secrets Manager pricing' },
  mail: { dollars: 100, per: 'million', source: 'Amazon SES pricing' },
  series: {
    dollars: 200,
    per: 'month',
    source: 'ClickHouse Cloud pricing, the smallest service that is always on',
  },
} as const satisfies Record<string, Price>;
