/**
 * Names that parts know each other by without importing each other: what a function looks for, what an alarm asks about, what a
 * person types.
 */
export const names = {
  cluster: 'plaza',
  stream: 'plaza',
  database: 'plaza',
  databaseServer: 'plaza',
  cache: 'plaza',
  firewall: 'plaza',
  imageRepository: 'plaza',
  collectorRepository: 'plaza-collector',
  /** Made by hand before the first deployment: what no machine can make up. */
  givenSecret: 'plaza/given',
  metricNamespace: 'Plaza',
  topicPrefix: 'plaza',
} as const;

export const masterRole = 'plaza_master';
export const ownerRole = 'plaza_owner';
/** The processes work as one of them; the other rests, so that its password can be changed while nobody uses it. */
export const processRoles = ['plaza_app_a', 'plaza_app_b'] as const;

export const databasePort = 5_432;
export const cachePort = 6_379;
/** Of brokers that ask for a login by SCRAM over TLS. */
export const streamPort = 9_096;
export const processNames = ['api', 'payments', 'worker'] as const;
export type ProcessName = (typeof processNames)[number];
export const ports = { api: 3_000, payments: 3_001, worker: 3_002 } as const satisfies Record<
  ProcessName,
  number
>;

/** One request in so many is traced, with all that comes of it. */
export const requestsPerTrace = 100;

/** A process ends itself after 25 s at the latest. */
export const stopSeconds = 40;
/** Nobody is sent to a task that is about to stop, and those who are there have so long. */
export const drainSeconds = 20;
