/** What the day's figures are made of: arrivals that wait for nobody, queues as the books have them, and a page that follows from the figures. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '@plaza/engines';
import { coresFor } from '../../bench/day/capacity';
import { figuresSchema, ofEach, type Figures } from '../../bench/day/figures';
import { averageRates, hourRates, hours, kinds, ofEachKind, scaled, total } from '../../bench/day/model';
import { withFigures } from '../../bench/day/page';
import { Line } from '../../bench/day/queues';
import { drawing } from '../../bench/support/drawing';
import { arrivalsOf, openLoop } from '../../bench/support/open-loop';

describe('The model of a day', () => {
  it('asks for as much in all hours together as in the day', () => {
    const inHours = hours.reduce((sum, _, hour) => sum + total(hourRates(1_000, hour)) / 24, 0);
    expect(inHours).toBeCloseTo(total(averageRates(1_000)), 9);
  });
});

describe('Arrivals', () => {
  const rates = { one: 300, other: 100 };
  const arrivals = [...arrivalsOf([{ durationMs: 60_000, rates }], ['one', 'other'], drawing(1))];

  it('come at the rates that are asked for, in order', () => {
    const count = (kind: string) => arrivals.filter((arrival) => arrival.kind === kind).length;
    expect(count('one') / 60 / rates.one).toBeCloseTo(1, 1);
    expect(count('other') / 60 / rates.other).toBeCloseTo(1, 1);
    expect(arrivals).toEqual(arrivals.toSorted((one, other) => one.atMs - other.atMs));
  });

  it('come by chance: gaps are as different as they are long', () => {
    const gaps = arrivals.slice(1).map(({ atMs }, at) => atMs - (arrivals[at]?.atMs ?? 0));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
    expect(Math.sqrt(variance) / mean).toBeCloseTo(1, 1);
  });
});

describe('An open loop', () => {
  it('asks on while nobody answers, and counts the time from when the request was due', async () => {
    let asked = 0;
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const ask = () => {
      asked += 1;
      if (asked === 3) answer();
      return answered;
    };
    const { all } = await openLoop(
      [0, 1, 50].map((atMs) => ({ atMs, kind: 'visit' as const })),
      ask,
    );
    expect(all).toMatchObject({ answered: 3, failed: 0 });
    expect(all.latencyMs?.p99).toBeGreaterThanOrEqual(49);
  });

  it('tells what failed first, of each kind', async () => {
    const arrivals = (['pay', 'look'] as const).map((kind) => ({ atMs: 0, kind }));
    const ask = (kind: string) =>
      kind === 'pay' ? Promise.reject(new Error('No money')) : Promise.resolve();
    const { all, of } = await openLoop(arrivals, ask);
    expect(all).toMatchObject({ answered: 1, failed: 1, firstFailure: 'pay: No money' });
    expect(of['look']).toMatchObject({ answered: 1, failed: 0 });
  });
});

describe('A line of people', () => {
  it.each([1, 4])('waits before %i who serve as the formula of Erlang says', (servers) => {
    const [drawn, load, count] = [drawing(3), 0.7, 150_000];
    const line = new Line(servers);
    const exponential = (mean: number) => -Math.log(1 - drawn()) * mean;
    let [now, waited] = [0, 0];
    for (let person = 0; person < count; person += 1) {
      now += exponential(1 / (load * servers));
      const takes = exponential(1);
      waited += line.serve(now, takes) - takes - now;
    }
    expect(waited / count / erlangWait(servers, load)).toBeCloseTo(1, 1);
  });
});

describe('What a day needs', () => {
  it('is what its requests cost, and what is used without any', () => {
    const figures = example();
    const needed = coresFor(figures, scaled(averageRates(1_000_000), 2));
    expect(needed.api).toBeCloseTo(0.1 + (2 * total(averageRates(1_000_000)) * 100) / 1_000_000, 6);
  });
});

describe('docs/capacity.md', () => {
  const read = (name: string) => readFileSync(join(projectRoot, 'docs', name), 'utf8');

  it('has exactly the tables that follow from docs/capacity.json', () => {
    expect(existsSync(join(projectRoot, 'docs', 'capacity.json'))).toBe(true);
    const page = read('capacity.md');
    expect(withFigures(page, figuresSchema.parse(JSON.parse(read('capacity.json'))))).toBe(page);
  });

  it('gets other tables from other figures', () => {
    const page = read('capacity.md');
    expect(withFigures(page, example())).not.toBe(page);
    expect(() => withFigures('a page without marks', example())).toThrow('needs the marks');
  });
});

/** The mean time that people wait, in units of the time that one takes: https://en.wikipedia.org/wiki/Erlang_(unit)#Erlang_C_formula */
function erlangWait(servers: number, load: number): number {
  const offered = servers * load;
  let [term, sum] = [1, 1];
  for (let number = 1; number < servers; number += 1) {
    term *= offered / number;
    sum += term;
  }
  const all = (term * offered) / servers / (1 - load);
  return all / (sum + all) / (servers * (1 - load));
}

function example(): Figures {
  const cost = { perSecond: 10, latencyMs: { p50: 1, p99: 2 }, microseconds: ofEach(() => 100) };
  const loaded = {
    ...{ label: 'a day', asked: 10, answered: 10, failedShare: 0, latencyMs: { p50: 1, p99: 2 } },
    ...{ cores: ofEach(() => 0.2), machineShare: 0.5 },
  };
  return {
    at: '2026-11-28T00:00:00.000Z',
    machine: { system: 'Linux', processor: 'an example', cores: 2, memoryGiB: 8 },
    versions: { node: 'v20', PostgreSQL: '18', Kafka: '4' },
    idleCores: ofEach(() => 0.1),
    commitMs: { alone: 1, withReplica: 2 },
    costs: ofEachKind(() => cost),
    ...{ day: loaded, rising: [loaded], saturated: 'nothing' },
  };
}

test('Every kind of request is measured', () => {
  expect(Object.keys(ofEachKind(() => 0)).sort()).toEqual([...kinds].sort());
});
