/**
 * What the demo's shop sold at the counter before anybody tried it: made up, and the same for a day whenever it is asked for, so that
 * every start adds what came since the one before.
 */
import { demoBranches, demoProducts } from './catalogue';
import { numberOf } from './number-of';
import { demoCounterCustomer, demoCustomers } from './people';

export interface DemoSale {
  /** Of no other sale, on whatever day. */
  number: number;
  soldAt: Date;
  branchCode: string;
  sku: string;
  /** Of the customer, where the till was told. */
  documentNumber: string | null;
}

/** The week that is under way, the one that a report tells, and the one that it is held against. */
const daysMax = 21;
const dayMs = 86_400_000;
const [opensAtMs, closesAtMs] = [8 * 3_600_000, 20 * 3_600_000];
const [leastADay, mostADay] = [12, 36];
const numbersADay = 100;
/** One customer in so many says who they are. */
const knownOneIn = 3;

const counters = demoBranches.map(({ code }) => code).filter((code) => code !== 'online');
const documents = [demoCounterCustomer.documentNumber, ...demoCustomers.map(({ document }) => document)];

/** The oldest first; none that is still to come. */
export function demoSales(now: Date): DemoSale[] {
  const today = Math.floor(now.getTime() / dayMs);
  return Array.from({ length: daysMax }, (_, ago) => today - ago)
    .flatMap(salesOf)
    .filter(({ soldAt }) => soldAt <= now)
    .sort((one, other) => one.soldAt.getTime() - other.soldAt.getTime());
}

/** @param day counted from 1970 */
function salesOf(day: number): DemoSale[] {
  const count = leastADay + (numberOf(`sales of ${String(day)}`) % (mostADay - leastADay));
  return Array.from({ length: count }, (_, at) => {
    const number = day * numbersADay + at;
    const drawn = (what: string, below: number) => numberOf(`${what} ${String(number)}`) % below;
    const pick = <Member>(what: string, among: readonly Member[]) => among[drawn(what, among.length)];
    return {
      number,
      soldAt: new Date(day * dayMs + opensAtMs + drawn('time', closesAtMs - opensAtMs)),
      branchCode: pick('branch', counters) ?? 'online',
      sku: pick('product', demoProducts)?.sku ?? '',
      documentNumber: drawn('known', knownOneIn) === 0 ? (pick('customer', documents) ?? null) : null,
    };
  });
}
