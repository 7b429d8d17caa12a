/** A sealing key is changed under everything that it has sealed: nothing is lost, and repeats are still known as repeats. */
import { randomBytes } from 'node:crypto';
import { Replays, Resealing, type Place } from '@plaza/payments';
import { Sealing } from '@plaza/platform';
import { refused, refusing, refusingNoMore } from './replay-stage';
import { Stage, payment } from './stage';

const [oldKey, newKey, otherKey] = [1, 2, 3].map(() => randomBytes(32).toString('base64')) as [
  string,
  string,
  string,
];

describe('What was sealed by an older key', () => {
  let stage: Stage;

  /** All processes end, and begin again with these keys. */
  const restart = async (...keys: string[]) => {
    const { simulator, database } = stage;
    const { clock } = stage.world;
    await stage.world.stop();
    stage = await Stage.start({
      simulator,
      database,
      clock,
      processes: ['api'],
      variables: { SEALING_KEYS: keys.join(',') },
    });
  };
  const resealAll = async (batch: number) => {
    const service = stage.world.app.get(Resealing);
    const total = { examined: 0, resealed: 0, unopened: 0 };
    for (let after: Place | null = null, more = true; more; more = after !== null) {
      const done = await service.reseal(after, batch);
      total.examined += done.examined;
      total.resealed += done.resealed;
      total.unopened += done.unopened.length;
      after = done.next;
    }
    return total;
  };
  const sealedBy = async () => {
    const rows = await stage.world.rows<{ key: string }>(
      `SELECT DISTINCT encode(substring(sealed FROM 2 FOR 8), 'hex') AS key FROM payments.messages
       UNION SELECT encode(substring(card_sealed FROM 2 FOR 8), 'hex') FROM payments.payments WHERE card_sealed IS NOT NULL`,
    );
    return rows.map(({ key }) => key);
  };
  const newest = () => stage.world.app.get(Sealing).keyId.toString('hex');

  beforeEach(async () => {
    stage = await Stage.start({ processes: ['api'], variables: { SEALING_KEYS: oldKey } });
  });

  afterEach(() => stage.end());

  it('is sealed anew, stretch by stretch, and then the older key is not needed any more', async () => {
    const known = [payment('offline'), payment('online'), payment('offline', { credit_card: null })] as const;
    const late = refused();
    await refusing(stage);
    await stage.feed('offline', [known[0], known[2], late, 'no payment', { ...known[0], amount: 31 }]);
    await stage.feed('online', [known[1]]);
    await refusingNoMore(stage);

    await restart(newKey, oldKey);
    // While both are there, either key's fingerprint tells that it is the same card.
    await stage.feed('offline', [known[0]]);
    expect((await stage.outcomes('offline')).at(-1)).toBe('duplicate: repeated');
    expect(await resealAll(2)).toEqual({ examined: 7, resealed: 6, unopened: 0 });
    expect(await sealedBy()).toEqual([newest()]);
    expect(await resealAll(100)).toEqual({ examined: 7, resealed: 0, unopened: 0 });

    await restart(newKey);
    await stage.feed('offline', [known[0], known[2], { ...known[0], credit_card: '4980276372331234' }]);
    await stage.feed('online', [known[1]]);
    expect((await stage.outcomes('offline')).slice(-3)).toEqual([
      'duplicate: repeated',
      'duplicate: repeated',
      'conflicting: content-differs',
    ]);
    expect((await stage.outcomes('online')).at(-1)).toBe('duplicate: repeated');
    // What is decided anew is read from what was sealed anew.
    const replayed = await stage.world.app.get(Replays).replay({ paymentId: late.payment_id });
    expect(replayed.counts).toEqual([{ from: 'rejected', to: 'stored', count: 1 }]);
  });

  it('stays as it is when no configured key opens it, and is named', async () => {
    await stage.feed('offline', [payment('offline')]);
    await restart(otherKey);
    await stage.feed('offline', [payment('offline')]);
    const done = await stage.world.app.get(Resealing).reseal(null, 100);
    expect(done).toMatchObject({
      examined: 2,
      resealed: 0,
      unopened: [{ topic: 'offline', partition: 0, offset: 0 }],
    });
    await restart(otherKey, oldKey);
    expect(await resealAll(100)).toEqual({ examined: 2, resealed: 1, unopened: 0 });
  });

  it('is left alone where a payment has been settled meanwhile: its card stays gone', async () => {
    await stage.scenario({ shares: { approve: 1 } });
    const sound = payment('online');
    await stage.feed('online', [sound]);
    await stage.world.rows(
      `UPDATE payments.payments SET status = 'stored', captured_at = created_at, settled_at = created_at,
         next_attempt_at = NULL, card_sealed = NULL WHERE payment_id = $1`,
      [sound.payment_id],
    );
    await restart(newKey, oldKey);
    expect(await resealAll(100)).toMatchObject({ resealed: 1 });
    expect(
      await stage.world.rows('SELECT card_sealed FROM payments.payments WHERE payment_id = $1', [
        sound.payment_id,
      ]),
    ).toEqual([{ card_sealed: null }]);
  });
});
