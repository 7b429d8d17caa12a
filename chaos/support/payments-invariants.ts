/**
 * What must be true of payments whatever was killed, checked from outside: from Kafka's own offsets, from what the third party says
 * that it has sent, and from what went over the line to it. Nothing here asks Plaza's code, but to open what is sealed.
 */
import type { PaymentsStage } from './payments-stage';
import { topics } from './payments-stage';
import { messagesSince, paymentsSince, SentAndKept, type SentMessage } from './sent-and-kept';

export interface Invariant {
  says: string;
  /** What stands against it, in words; the first few. */
  violations: string[];
}

const violationsMax = 10;

export async function checkPayments(stage: PaymentsStage): Promise<Invariant[]> {
  const rows = stage.rows.bind(stage);
  const sent = await stage.told<SentMessage[]>('/sent/messages?content=true');
  const kept = await messagesSince(stage.roundBeganAt, rows, stage.sealingKey);
  const { words, askings, reports } = stage.line;
  const record = new SentAndKept(sent, kept, (id) => words.get(id));
  const checks: [says: string, check: () => Promise<string[]> | string[]][] = [
    ['every message on Kafka is in the log, at its place', () => logEqualsKafka(stage)],
    ['the census closes: no gap, and every tally is what the log says', () => censusCloses(stage)],
    ['every message is kept byte by byte as it was sent', () => record.bytesThatDiffer()],
    [
      'every message has the outcome that follows from what was sent and from the word of the gateway',
      () => record.outcomesThatDiffer(),
    ],
    [
      'every payment that was sent has exactly one effect, of its account and amount',
      async () => record.paymentsThatDiffer(await paymentsSince(stage.roundBeganAt, rows)),
    ],
    [
      'the gateway is asked about sound online payments alone, as they were sent, by their id',
      () => record.askingsThatDiffer(askings),
    ],
    ['every failure that follows has exactly one report', () => record.reportsThatDiffer(reports)],
    ['every report is in the error log, once in each of its lives', () => reportedOnce(stage)],
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

async function reportedOnce(stage: PaymentsStage): Promise<string[]> {
  const rows = await stage.rows<{ cause: string; status: string }>(
    `SELECT cause, status FROM payments.error_reports WHERE status <> 'delivered'`,
  );
  const undelivered = rows.map(({ cause, status }) => `the report about ${cause} is ${status}`);
  return [...(await toldTwice(stage)), ...undelivered];
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
