/** What must be true of a bank of points once nothing moves any more, whoever was killed meanwhile. */
import { until } from '@plaza/engines';
import type { BankClients } from './bank-clients';
import type { BankStage } from './bank-stage';
import type { Invariant } from './fault-run';

const restWithinMs = 120_000;
const lookEveryMs = 100;
const violationsMax = 10;
/** The lines of a programme that has not drawn its own. */
const aboveLine = 1_000;

/** Who gives points is answered with their own side of it; that of the other comes with it, or the books would not balance. */
const actsAnswered = `
  SELECT act_id AS id, act_points::integer AS points, category FROM loyalty.entries
  WHERE leg = 1 AND category <> 'transfer-in'`;

/** What each act did to what a member has to use and has set aside, in the order in which it was written. */
const steps = `
  SELECT members.external_id AS "externalId", category,
         sum(CASE WHEN destination.kind IN ('available', 'held') THEN points ELSE 0 END
             - CASE WHEN source.kind IN ('available', 'held') THEN points ELSE 0 END)::integer AS by
  FROM loyalty.entries
  JOIN loyalty.members ON members.id = entries.member_id
  JOIN loyalty.accounts source ON source.id = from_account_id
  JOIN loyalty.accounts destination ON destination.id = to_account_id
  GROUP BY external_id, act_id, category ORDER BY min(position)`;

/** @param looks how often the books were looked at meanwhile, and what they offended against */
export async function checkBank(
  stage: BankStage,
  { acknowledged, surprises }: BankClients,
  looks: { count: number; faults: string[] },
): Promise<Invariant[]> {
  const isAtRest = await until(async () => (await newsOf(stage)) === 0, restWithinMs, lookEveryMs);
  const acts = await stage.rows<{ id: string; points: number; category: string }>(actsAnswered);
  const recorded = new Map(acts.map(({ id, points }) => [id, points]));
  const invariants: Invariant[] = [
    {
      says: 'the books balance at every look, and nobody has less than nothing',
      violations: looks.count === 0 ? ['they were never looked at'] : looks.faults,
    },
    { says: 'the books balance at rest', violations: await stage.faultsOfBooks() },
    {
      says: 'every act that was acknowledged is there, with its points',
      violations: [...acknowledged].flatMap(([id, points]) =>
        recorded.get(id) === points
          ? []
          : [`${id} of ${points} is there with ${String(recorded.get(id) ?? 'nothing')}`],
      ),
    },
    {
      says: 'nothing is there twice, or that nobody was told of',
      violations: [
        ...(acts.length === recorded.size ? [] : [`${acts.length} acts of ${recorded.size} ids`]),
        ...acts.flatMap(({ id, category }) => (acknowledged.has(id) ? [] : [`the ${category} ${id}`])),
      ],
    },
    { says: 'every act is done, or refused for want of points', violations: surprises },
    {
      says: 'every crossing of a member is told once, in order, as the entries say',
      violations: [
        ...(isAtRest ? [] : [`${await newsOf(stage)} pieces of news were not followed`]),
        ...(await crossingsThatDiffer(stage)),
      ],
    },
  ];
  return invariants.map(({ says, violations }) => ({ says, violations: violations.slice(0, violationsMax) }));
}

async function newsOf(stage: BankStage): Promise<number> {
  const [news] = await stage.rows<{ count: number }>('SELECT count(*)::integer AS count FROM loyalty.news');
  return news?.count ?? 0;
}

async function crossingsThatDiffer(stage: BankStage): Promise<string[]> {
  const expected = crossingsOf(await stage.rows<Step>(steps));
  const events = await stage.rows<{ id: string; externalId: string | null; type: string }>(
    `SELECT id, data ->> 'externalId' AS "externalId", type FROM loyalty.events ORDER BY id`,
  );
  const told = new Map<string, string[]>();
  for (const { externalId, type } of events) {
    if (externalId !== null) told.set(externalId, [...(told.get(externalId) ?? []), type]);
  }
  const members = [...new Set([...expected.keys(), ...told.keys()])];
  return [
    ...(expected.size === 0 ? ['nobody crossed a line'] : []),
    ...members.flatMap((member) => {
      const [wanted, heard] = [expected.get(member)?.join(), told.get(member)?.join()];
      return wanted === heard ? [] : [`${member}: ${heard ?? 'nothing'} instead of ${wanted ?? 'nothing'}`];
    }),
    ...events.flatMap(({ id }, at) => (Number(id) === at + 1 ? [] : [`number ${id} at ${at + 1}`])),
  ];
}

interface Step {
  externalId: string;
  category: string;
  by: number;
}

/** By member, in the order in which they happened. */
function crossingsOf(all: readonly Step[]): Map<string, string[]> {
  const has = new Map<string, number>();
  const crossed = new Map<string, string[]>();
  const note = (member: string, type: string) => crossed.set(member, [...(crossed.get(member) ?? []), type]);
  for (const { externalId, category, by } of all) {
    const before = has.get(externalId) ?? 0;
    const after = before + by;
    has.set(externalId, after);
    if (before <= aboveLine && after > aboveLine) note(externalId, 'member.balance_above');
    const isUsed = category === 'redemption' || category === 'capture';
    if (isUsed && before > 0 && after === 0) note(externalId, 'member.balance_zero');
  }
  return crossed;
}
