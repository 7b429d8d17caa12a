/** However many messages are kept, those to be replayed are found by an index, without looking at the others. */
import { withClient } from '@plaza/engines';
import { Database } from '@plaza/platform';
import type { EntitySubscriberInterface } from 'typeorm';
import { replay, stageAlone } from './replay-stage';
import type { Stage } from './stage';

const messagesMax = 60_000;

describe('Among sixty thousand messages', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await stageAlone();
    await stage.world.rows(
      `INSERT INTO payments.messages
         (topic, partition, message_offset, received_at, produced_at, payment_id, outcome, reason_code, reason, sealed)
       SELECT 'offline', 0, place, at, at, gen_random_uuid(),
              CASE place % 20 WHEN 0 THEN 'rejected' WHEN 1 THEN 'conflicting' WHEN 2 THEN 'parked' WHEN 3 THEN 'open'
                              ELSE 'stored' END,
              'code', 'In words', '\\x00'
       FROM generate_series(1, $1::integer) AS place,
            LATERAL (SELECT timestamptz '2026-01-01' + place * interval '1 second' AS at) AS received`,
      [messagesMax],
    );
    await withClient(stage.database.ownerUrl, (owner) => owner.query('ANALYZE payments.messages'));
  });

  afterAll(() => stage.end());

  it.each<[string, object, string]>([
    ['an outcome', { outcome: 'rejected' }, 'messages_replayable_by_time'],
    [
      'an outcome and a time',
      { outcome: 'conflicting', from: '2026-01-01T12:00:00Z' },
      'messages_replayable_by_time',
    ],
    ['open ones', { outcome: 'open' }, 'messages_not_stored'],
    ['a payment', { paymentId: '3f5379b6-4a95-49b3-a9c0-3a5703df8073' }, 'messages_without_payment_row'],
  ])('%s is found by an index', async (_what, filter, index) => {
    const plan = await planOf(filter);
    expect(plan).toContain(index);
    expect(plan).not.toContain('Seq Scan on messages');
  });

  /** The plan of the statement that finds what the filter names. */
  async function planOf(filter: object): Promise<string> {
    let asked: { sql: string; parameters: unknown[] } | undefined;
    const { subscribers } = stage.world.app.get(Database).dataSource;
    const listener: EntitySubscriberInterface = {
      beforeQuery: ({ query: sql, parameters }) => {
        if (sql.includes('octet_length(sealed)'))
          asked = { sql, parameters: Array.isArray(parameters) ? parameters : [] };
      },
    };
    subscribers.push(listener);
    expect((await replay(stage.staff, { ...filter, dryRun: true })).status).toBe(200);
    subscribers.splice(subscribers.indexOf(listener), 1);
    if (!asked) throw new Error('No messages were looked for');
    const lines = await stage.world.rows<{ 'QUERY PLAN': string }>(`EXPLAIN ${asked.sql}`, asked.parameters);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  }
});
