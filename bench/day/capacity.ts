/** From what one request costs to what a day needs: multiplication, with room. */
import { ofEach, type Figures, type Served } from './figures';
import { averageRates, busiestHourFactor, kinds, peakFactor, scaled, type Rates } from './model';
import { simulate, type Plan, type Waited } from './queues';

/** Of a processor, no more is planned to be busy at the peak: queues grow without end towards all of it. */
export const plannedShare = 0.6;
/** Users a day that are planned for. */
export const sizes = [500_000, 1_000_000] as const;

/** Cores kept busy at these rates. What is used without any request counts once. */
export function coresFor({ costs, idleCores }: Figures, rates: Rates): Record<Served, number> {
  return ofEach((part) =>
    kinds.reduce(
      (sum, kind) => sum + (rates[kind] * costs[kind].microseconds[part]) / 1_000_000,
      idleCores[part],
    ),
  );
}

export interface Need {
  users: number;
  when: string;
  rates: Rates;
  cores: Record<Served, number>;
}

export function needs(figures: Figures): Need[] {
  const times = [
    { when: 'on average', factor: 1 },
    { when: 'in the busiest hour', factor: busiestHourFactor },
    { when: `at the peak, × ${peakFactor}`, factor: peakFactor },
  ];
  return sizes.flatMap((users) =>
    times.map(({ when, factor }) => {
      const rates = scaled(averageRates(users), factor);
      return { users, when, rates, cores: coresFor(figures, rates) };
    }),
  );
}

/** Processes and cores that have room left at the peak of so many users. */
export function planFor(figures: Figures, users: number): Plan {
  const { api, PostgreSQL } = coresFor(figures, scaled(averageRates(users), peakFactor));
  const withRoom = (cores: number) => Math.max(1, Math.ceil(cores / plannedShare));
  return { apiProcesses: withRoom(api), databaseCores: withRoom(PostgreSQL) };
}

export interface Foreseen extends Waited {
  factor: number;
}

const factors = [1, 5, 10, 12, 14, 16, 18];

/** How the plan for the peak bears less and more than that. */
export function foreseen(figures: Figures, users: number): Foreseen[] {
  const plan = planFor(figures, users);
  return factors.map((factor) => ({
    factor,
    ...simulate(figures.costs, scaled(averageRates(users), factor), plan),
  }));
}
