/**
 * What a size costs in a month: what it is bought for, times the prices. An estimate to choose by, not a bill: its load is what
 * `assumed` says, and the processes are counted at their mean number, not at their peak.
 */
import { requestsPerTrace } from './names';
import { brokerTypes, cacheTypes, databaseTypes, prices } from './prices';
import { sizeNames, sizes, type ProcessSize, type Size } from './sizes';

const hoursPerMonth = 730;
const daysPerMonth = 30.4;
const million = 1_000_000;
const kilobytesPerGb = 1_000_000;

/** Of every user, and of what users cause. */
export const assumed = {
  requestsPerUser: 30,
  kilobytesPerAnswer: 4,
  ordersPerUser: 0.05,
  mailsPerOrder: 1,
  logKilobytesPerOrder: 5,
  /** To the gateway, to partners and by mail. */
  outKilobytesPerOrder: 20,
  tasksAboveLeast: 0.25,
  endpoints: 6,
  zones: 3,
  firewallRules: 6,
  metrics: 40,
  alarms: 40,
  secrets: 7,
  keys: 1,
  /** Of what is stored, changed in a day and kept in backups. */
  changedPerDay: 0.02,
} as const;

export interface Cost {
  what: string;
  dollars: number;
}

const hours = (dollars: number): number => dollars * hoursPerMonth;

function meanTasks({ tasksMin, tasksMax }: ProcessSize): number {
  return tasksMin + (tasksMax - tasksMin) * assumed.tasksAboveLeast;
}

function processCosts(size: Size): number {
  const dollars = Object.values(size.processes).map(
    (each) =>
      meanTasks(each) *
      ((each.cpu / 1_024) * prices.processorHour.dollars +
        (each.memoryMb / 1_024) * prices.memoryGbHour.dollars),
  );
  return hours(sum(dollars));
}

function databaseCosts({ database: { type, storageGb, replicas, backupDays } }: Size): number {
  const servers = 2 + replicas;
  const kept = storageGb * (1 + assumed.changedPerDay * backupDays);
  return (
    hours(databaseTypes[type].dollars * servers) +
    servers * storageGb * prices.databaseStorage.dollars +
    kept * prices.backupStorage.dollars
  );
}

function streamCosts({ stream: { type, storageGb } }: Size): number {
  return (
    hours(brokerTypes[type].dollars * assumed.zones) +
    storageGb * assumed.zones * prices.brokerStorage.dollars
  );
}

function networkCosts(size: Size, traffic: Traffic): number {
  return (
    hours(
      size.natGateways * prices.natGateway.dollars +
        assumed.endpoints * assumed.zones * prices.endpoint.dollars,
    ) +
    ((traffic.orders * assumed.outKilobytesPerOrder) / kilobytesPerGb) * prices.natTraffic.dollars +
    traffic.gigabytes * prices.betweenZones.dollars
  );
}

function edgeCosts({ requests, gigabytes }: Traffic): number {
  // A capacity unit carries 25 new connections a second or a gigabyte an hour; connections are kept, so it is gigabytes.
  const units = Math.max(1, gigabytes / hoursPerMonth);
  return (
    hours(prices.balancer.dollars + units * prices.balancerUnit.dollars) +
    (requests / million) * (prices.edgeRequests.dollars + prices.firewallRequests.dollars) +
    gigabytes * prices.edgeTraffic.dollars +
    prices.firewallList.dollars +
    assumed.firewallRules * prices.firewallRule.dollars
  );
}

function watchingCosts({ orders, requests }: Traffic): number {
  return (
    ((orders * assumed.logKilobytesPerOrder) / kilobytesPerGb) * prices.logs.dollars +
    assumed.metrics * prices.metric.dollars +
    assumed.alarms * prices.alarm.dollars +
    (requests / requestsPerTrace / million) * prices.traces.dollars
  );
}

interface Traffic {
  requests: number;
  gigabytes: number;
  orders: number;
}

function trafficOf({ usersPerDay }: Size): Traffic {
  const requests = usersPerDay * assumed.requestsPerUser * daysPerMonth;
  return {
    requests,
    gigabytes: (requests * assumed.kilobytesPerAnswer) / kilobytesPerGb,
    orders: usersPerDay * assumed.ordersPerUser * daysPerMonth,
  };
}

export function costsOf(size: Size): Cost[] {
  const traffic = trafficOf(size);
  return [
    { what: 'Processes on Fargate', dollars: processCosts(size) },
    { what: 'PostgreSQL: primary, standby, replicas, backups', dollars: databaseCosts(size) },
    { what: 'Kafka', dollars: streamCosts(size) },
    { what: 'Valkey', dollars: hours(cacheTypes[size.cache.type].dollars * size.cache.nodes) },
    { what: 'ClickHouse', dollars: prices.series.dollars },
    { what: 'Network', dollars: networkCosts(size, traffic) },
    { what: 'CloudFront, WAF, load balancer', dollars: edgeCosts(traffic) },
    { what: 'Logs, metrics, alarms, traces', dollars: watchingCosts(traffic) },
    { what: 'Mail', dollars: ((traffic.orders * assumed.mailsPerOrder) / million) * prices.mail.dollars },
    {
      what: 'Secrets and keys',
      dollars: assumed.secrets * prices.secret.dollars + assumed.keys * prices.key.dollars,
    },
  ];
}

/** As it stands in README.md: dollars a month, rounded. */
export function costTable(): string {
  const columns = sizeNames.map((name) => costsOf(sizes[name]));
  const [first = []] = columns;
  const rows = first.map(
    ({ what }, index) => [what, ...columns.map((costs) => costs[index]?.dollars ?? 0)] as const,
  );
  const totals = columns.map((costs) => sum(costs.map(({ dollars }) => dollars)));
  const perUser = sizeNames.map((name, index) => (totals[index] ?? 0) / (sizes[name].usersPerDay / 1_000));
  return [
    ['dollars a month', ...sizeNames],
    ['---', ...sizeNames.map(() => '---:')],
    ...rows.map(([what, ...dollars]) => [what, ...dollars.map(rounded)]),
    ['**together**', ...totals.map((total) => `**${rounded(total)}**`)],
    ['for 1,000 users a day', ...perUser.map((dollars) => dollars.toFixed(2))],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const rounded = (dollars: number): string => Math.round(dollars).toLocaleString('en');
const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
