/**
 * Many clients move points at random while processes are killed: the books balance whenever they are looked at, and whatever was
 * acknowledged is there once.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { partnerMachine } from '../scale/crowd';
import { TwoShops } from '../scale/two-shops';
import { Client, type Answer } from '#test/client';
import { eventually } from '#test/eventually';
import type { PlazaProcess } from '../../chaos/support/plaza-process';
import { faultsOfBooks, rowsOfEveryPartner } from './programme';

const clientsMax = 64;
const membersMax = 12;
const crashesMax = 2;
const actsBetweenCrashes = 100;
const patienceMs = 60_000;

/** What was acknowledged, by the id under which the statement must have it. */
const acknowledged = new Map<string, number>();

describe('A bank of points whose processes are killed', () => {
  let shops: TwoShops;
  let workers: PlazaProcess[];
  const { token } = partnerMachine();
  const members = Array.from({ length: membersMax }, (_, at) => `member-${String(at)}`);
  let goesOn = true;

  beforeAll(async () => {
    shops = await TwoShops.open([]);
    workers = [await shops.start('worker'), await shops.start('worker')];
    for (const externalId of members) await ask('/v1/loyalty/members', { externalId });
  }, 180_000);

  afterAll(() => shops.close(), 60_000);

  let door = 0;

  /** Sends a wish until it is answered, to one door and the other. */
  function ask(path: string, body: object): Promise<Answer> {
    return eventually(async () => {
      door += 1;
      const answer = await new Client(shops.url(door), token).post(path, body);
      if (answer.status >= 500) throw new Error(`It is answered ${String(answer.status)}`);
      return answer;
    }, patienceMs);
  }

  const anyone = () => members[randomInt(membersMax)] ?? '';
  const said = (points: number) => ({
    ...{ points, description: 'Coffee', sourceId: randomUUID() },
    occurredAt: '2026-11-20T08:00:00.000Z',
  });

  function note({ status, body }: Answer): boolean {
    if (status === 409) {
      expect(body.code).toBe('loyalty.insufficient-points');
      return false;
    }
    expect([200, 201]).toContain(status);
    acknowledged.set(body.id, body.points);
    return true;
  }

  const acts: (() => Promise<void>)[] = [
    async () => {
      const dates = { expiresAt: '2040-01-01T00:00:00Z' };
      const accrual = { ...said(randomInt(1, 400)), ...(randomInt(2) === 0 && dates) };
      const answer = await ask(`/v1/loyalty/members/${anyone()}/accruals`, accrual);
      note(answer);
      if (randomInt(5) === 0) {
        note(await ask(`/v1/loyalty/entries/${answer.body.id}/reversal`, { description: 'A mistake' }));
      }
    },
    async () => {
      const answer = await ask(`/v1/loyalty/members/${anyone()}/redemptions`, said(randomInt(1, 300)));
      if (note(answer) && randomInt(5) === 0) {
        note(await ask(`/v1/loyalty/entries/${answer.body.id}/reversal`, { description: 'A mistake' }));
      }
    },
    async () => {
      const [from, to] = [anyone(), anyone()];
      if (from !== to) note(await ask('/v1/loyalty/transfers', { from, to, ...said(randomInt(1, 200)) }));
    },
    async () => {
      const hold = await ask(`/v1/loyalty/members/${anyone()}/holds`, said(randomInt(1, 200)));
      if (!note(hold)) return;
      const end = randomInt(2) === 0 ? 'capture' : 'release';
      note(await ask(`/v1/loyalty/holds/${hold.body.id}/${end}`, {}));
    },
  ];

  async function client(): Promise<void> {
    while (goesOn) await acts[randomInt(acts.length)]?.();
  }

  async function more(count: number): Promise<void> {
    const before = acknowledged.size;
    await eventually(() => expect(acknowledged.size).toBeGreaterThan(before + count), patienceMs);
  }

  async function auditor(): Promise<number> {
    let looks = 0;
    for (; goesOn; looks += 1) expect(await faultsOfBooks(shops.database.ownerUrl)).toEqual([]);
    return looks;
  }

  it('balances at every look, loses nothing that was acknowledged and does nothing twice', async () => {
    const load = Promise.all(Array.from({ length: clientsMax }, client));
    const looks = auditor();
    for (let crash = 0; crash < crashesMax; crash += 1) {
      await more(actsBetweenCrashes);
      const worker = workers[crash % 2];
      await Promise.all([shops.crash(crash), worker?.kill()]);
      await worker?.startAgain();
    }
    await more(actsBetweenCrashes);
    goesOn = false;
    await load;
    expect(await looks).toBeGreaterThan(5);

    await eventually(async () => {
      const [news] = await seen<{ news: number }>('SELECT count(*)::integer AS news FROM loyalty.news');
      expect(news).toEqual({ news: 0 });
    }, patienceMs);
    expect(await faultsOfBooks(shops.database.ownerUrl)).toEqual([]);
    const acts = await seen<{ id: string; points: number }>(
      'SELECT act_id AS id, act_points::integer AS points FROM loyalty.entries WHERE leg = 1',
    );
    const recorded = new Map(acts.map(({ id, points }) => [id, points]));
    const lost = [...acknowledged].filter(([id, points]) => recorded.get(id) !== points);
    expect(lost).toEqual([]);
    await expectCrossingsToAgree();
  }, 300_000);

  const seen = <Row extends object>(sql: string) => rowsOfEveryPartner<Row>(shops.database.ownerUrl, sql);

  /** What was told of each member is what their entries, gone through one after the other, say. */
  async function expectCrossingsToAgree(): Promise<void> {
    const steps = await seen<{ externalId: string; category: string; by: number }>(
      `SELECT members.external_id AS "externalId", category,
              sum(CASE WHEN destination.kind IN ('available', 'held') THEN points ELSE 0 END
                  - CASE WHEN source.kind IN ('available', 'held') THEN points ELSE 0 END)::integer AS by
       FROM loyalty.entries
       JOIN loyalty.members ON members.id = entries.member_id
       JOIN loyalty.accounts source ON source.id = from_account_id
       JOIN loyalty.accounts destination ON destination.id = to_account_id
       GROUP BY external_id, act_id, category ORDER BY min(position)`,
    );
    const has = new Map<string, number>();
    const expected: string[] = [];
    for (const { externalId, category, by } of steps) {
      const before = has.get(externalId) ?? 0;
      const after = before + by;
      has.set(externalId, after);
      if (before <= 1_000 && after > 1_000) expected.push(`${externalId} member.balance_above`);
      const used = category === 'redemption' || category === 'capture';
      if (used && before > 0 && after === 0) expected.push(`${externalId} member.balance_zero`);
    }
    const events = await seen<{ said: string; id: string }>(
      `SELECT data ->> 'externalId' || ' ' || type AS said, id FROM loyalty.events WHERE type LIKE 'member.%' ORDER BY id`,
    );
    expect(expected.length).toBeGreaterThan(0);
    const byMember = (all: string[]) =>
      members.map((member) => all.filter((each) => each.startsWith(`${member} `)));
    expect(byMember(events.map(({ said: text }) => text))).toEqual(byMember(expected));
    const numbers = await seen<{ id: string }>('SELECT id FROM loyalty.events ORDER BY id');
    expect(numbers.map(({ id }) => Number(id))).toEqual(numbers.map((_, at) => at + 1));
  }
});
