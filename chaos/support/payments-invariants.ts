/**
 * What must be true of payments whatever was killed, checked from outside: from Kafka's own offsets, from what the third party says
 * that it has sent, and from what went over the line to it. Nothing here asks Plaza's code.
 */
import type { PaymentsStage } from './payments-stage';
import { topics } from './payments-stage';

export interface Invariant {
  says: string;
  /** What stands against it, in words; the first few. */
  violations: string[];
}

interface SentMessage {
  paymentId: string | null;
  topic: 'online' | 'offline';
  case: string;
}

const violationsMax = 10;
/** What is a payment of its own; repeats and conflicts speak of one of these. */
const payments = new Set([
  ...['plain', 'card-missing', 'card-short', 'card-null', 'card-empty', 'unknown-fields', 'one-megabyte'],
  'account-unknown',
]);

export async function checkPayments(stage: PaymentsStage): Promise<Invariant[]> {
  const sent = await stage.told<SentMessage[]>('/sent/messages');
  const ids = [
    ...new Set(sent.flatMap((one) => (payments.has(one.case) && one.paymentId ? [one.paymentId] : []))),
  ];
  const checks: [says: string, check: () => Promise<string[]>][] = [
    ['every message on Kafka is in the log, at its place', () => logEqualsKafka(stage)],
    ['the census closes: no gap, and every tally is what the log says', () => censusCloses(stage)],
    ['every payment that was sent has exactly one effect', () => oneEffectEach(stage, ids)],
    [
      'what the gateway approved is stored, what it refused is declined, and nothing else is',
      () => wordsKept(stage, ids),
    ],
    ['every failure is in the error log, once in each of its lives', () => reportedOnce(stage)],
    ['every account was last paid when its latest payment was', () => datesHold(stage)],
    ['nothing is open, owed, claimed or waiting', () => atRest(stage)],
    ['no event became a dead letter, and no alarm was raised', () => nothingStrange(stage)],
  ];
  const invariants: Invariant[] = [];
  for (const [says, check] of checks) {
    invariants.push({ says, violations: (await check()).slice(0, violationsMax) });
  }
  return invariants;
}

async function logEqualsKafka(stage: PaymentsStage): Promise<string[]> {
  const admin = stage.kafkaClient().admin();
  await admin.connect();
  try {
    const kept = await stage.rows<{ place: string; count: number; first: number; last: number }>(
      `SELECT topic || '/' || partition AS place, count(*)::float8 AS count, min(message_offset)::float8 AS first,
              max(message_offset)::float8 AS last FROM payments.messages GROUP BY topic, partition`,
    );
    const faults: string[] = [];
    for (const topic of topics) {
      for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
        const place = `${topic}/${partition}`;
        const { count, first, last } = kept.find((one) => one.place === place) ?? {
          count: 0,
          first: 0,
          last: -1,
        };
        if (Number(high) === count && first === Number(low) && last === Number(high) - 1) continue;
        if (Number(high) === 0 && count === 0) continue;
        faults.push(`${place}: Kafka has ${low} to ${high}, the log ${count} from ${first} to ${last}`);
      }
    }
    return faults;
  } finally {
    await admin.disconnect();
  }
}

async function censusCloses(stage: PaymentsStage): Promise<string[]> {
  const rows = await stage.rows<{ fault: string }>(
    `SELECT format('%s/%s %s: tallied %s, counted %s', topic, partition, outcome, tallied, counted) AS fault
     FROM (SELECT topic, partition, outcome, sum(messages) AS tallied FROM payments.tallies
           GROUP BY topic, partition, outcome HAVING sum(messages) <> 0) tally
     FULL JOIN (SELECT topic, partition, outcome, count(*) AS counted FROM payments.messages
                GROUP BY topic, partition, outcome) log USING (topic, partition, outcome)
     WHERE tallied IS DISTINCT FROM counted
     UNION ALL
     SELECT format('%s/%s: %s missing', topic, partition, max(message_offset) - min(message_offset) + 1 - count(*))
     FROM payments.messages GROUP BY topic, partition
     HAVING max(message_offset) - min(message_offset) + 1 <> count(*)`,
  );
  return rows.map(({ fault }) => fault);
}

async function oneEffectEach(stage: PaymentsStage, ids: readonly string[]): Promise<string[]> {
  const rows = await stage.rows<{ fault: string }>(
    `SELECT format('payment %s has %s rows and %s messages that brought it', id, count(DISTINCT payments.payment_id),
                   count(messages.payment_id)) AS fault
     FROM unnest($1::uuid[]) AS sent (id)
     LEFT JOIN payments.payments ON payments.payment_id = id
     LEFT JOIN payments.messages ON messages.payment_id = id
       AND messages.outcome IN ('stored', 'declined', 'parked', 'open', 'review')
     GROUP BY id HAVING count(DISTINCT payments.payment_id) <> 1 OR count(messages.payment_id) <> 1`,
    [ids],
  );
  return rows.map(({ fault }) => fault);
}

async function wordsKept(stage: PaymentsStage, ids: readonly string[]): Promise<string[]> {
  const rows = await stage.rows<{ id: string; status: string }>(
    `SELECT payment_id::text AS id, status FROM payments.payments WHERE type = 'online' AND payment_id = ANY($1::uuid[])`,
    [ids],
  );
  const wanted = { approved: 'stored', refused: 'declined' } as const;
  const known = new Map(rows.map(({ id, status }) => [id, status]));
  const contradicted = [...stage.line.words].flatMap(([id, word]) =>
    known.get(id) === wanted[word]
      ? []
      : [`${id}: the gateway ${word} it, it is ${known.get(id) ?? 'not there'}`],
  );
  const invented = rows.flatMap(({ id, status }) =>
    status === 'parked' || stage.line.words.has(id)
      ? []
      : [`${id} is ${status} and the gateway never said so`],
  );
  return [...contradicted, ...invented];
}

async function reportedOnce(stage: PaymentsStage): Promise<string[]> {
  const { reports } = stage.line;
  const rows = await stage.rows<{ id: string; cause: string; status: string }>(
    `SELECT report_id::text AS id, cause, status FROM payments.error_reports WHERE status <> 'delivered'`,
  );
  const undelivered = rows.map(({ cause, status }) => `the report about ${cause} is ${status}`);
  const told = new Set(reports.map(({ paymentId }) => paymentId));
  const failed = await stage.rows<{ id: string }>(
    `SELECT DISTINCT payment_id::text AS id FROM payments.messages
     WHERE outcome IN ('declined', 'rejected', 'parked', 'conflicting') AND payment_id IS NOT NULL
       AND received_at >= $1`,
    [stage.roundBeganAt],
  );
  const unheard = failed.flatMap(({ id }) => (told.has(id) ? [] : [`nothing was told about ${id}`]));
  return [...(await toldTwice(stage)), ...undelivered, ...unheard];
}

/** A log that has lost its memory cannot be asked whether it was told, so it may be told again then. */
async function toldTwice(stage: PaymentsStage): Promise<string[]> {
  const perLife = new Map<string, number>();
  for (const { description, life } of stage.line.reports) {
    const name = `${life} ${description}`;
    perLife.set(name, (perLife.get(name) ?? 0) + 1);
  }
  const violations: string[] = [];
  for (const [name, count] of [...perLife].filter(([, times]) => times > 1).slice(0, violationsMax)) {
    const [kept] = await stage.rows<{ attempts: number; failure: string | null }>(
      `SELECT attempts, last_failure AS failure FROM payments.error_reports WHERE strpos($1, report_id::text) > 0`,
      [name],
    );
    violations.push(
      `${count} times: ${name}, after ${kept?.attempts ?? 0} attempts, ${kept?.failure ?? 'none failed'}`,
    );
  }
  return violations;
}

async function datesHold(stage: PaymentsStage): Promise<string[]> {
  const rows = await stage.rows<{ fault: string }>(
    `SELECT format('account %s: %s, its latest payment %s', account_id, last_payment_date, paid) AS fault
     FROM payments.accounts
     FULL JOIN (SELECT account_id, max(captured_at) AS paid FROM payments.payments
                WHERE status = 'stored' GROUP BY account_id) AS payer USING (account_id)
     WHERE accounts.last_payment_date IS DISTINCT FROM payer.paid`,
  );
  return rows.map(({ fault }) => fault);
}

/** What is under way, by what it is; everything is 0 when Plaza has come to rest. */
export async function underWay(stage: PaymentsStage): Promise<Record<string, number>> {
  const [row] = await stage.rows<Record<string, number>>(
    `SELECT (SELECT count(*)::integer FROM payments.payments WHERE status = 'open') AS open,
            (SELECT count(*)::integer FROM payments.error_reports WHERE ended_at IS NULL) AS owed,
            (SELECT count(*)::integer FROM payments.payments WHERE claimed_until IS NOT NULL) AS claimed,
            (SELECT count(*)::integer FROM messaging.outbox) AS waiting`,
  );
  return row ?? {};
}

async function atRest(stage: PaymentsStage): Promise<string[]> {
  return Object.entries(await underWay(stage)).flatMap(([what, count]) =>
    count > 0 ? [`${count} ${what}`] : [],
  );
}

async function nothingStrange(stage: PaymentsStage): Promise<string[]> {
  const rows = await stage.rows<{ fault: string }>(
    `SELECT format('dead letter of %s: %s', consumer, reason) AS fault FROM messaging.dead_letters
     UNION ALL
     SELECT format('alarm %s of %s/%s: %s to %s', kind, topic, partition, first_offset, last_offset) FROM payments.alarms`,
  );
  return rows.map(({ fault }) => fault);
}
