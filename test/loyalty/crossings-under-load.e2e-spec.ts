/** Lines that are crossed again and again by many at once, while one of two workers is killed: each crossing is told once. */
import { randomUUID } from 'node:crypto';
import { partnerMachine } from '../scale/crowd';
import { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { EventReader } from '#test/event-reader';
import { PlazaProcess } from '../../chaos/support/plaza-process';
import { testKeys } from '#test/keys';
import { World } from '#test/world';
import { expectOk, faultsOfBooks, rowsOfEveryPartner } from './programme';
import { Receiver } from './receiver';

const membersMax = 16;
const swingsOfMember = 12;
const swingsOfTotal = 40;
const killsMax = 3;
const patienceMs = 90_000;
/** Far enough for the pump alone to cross the total's line, whatever the members' swings add to it. */
const [totalAbove, base, pumped] = [1_000_000, 970_001, 30_000];

describe('Crossings under load', () => {
  let world: World;
  let workers: PlazaProcess[];
  let client: Client;
  let token: string;
  let receiver: Receiver;

  beforeAll(async () => {
    world = await World.start({ processes: ['api'], variables: { WEBHOOK_PRIVATE_ADDRESSES: '1' } });
    receiver = await Receiver.open();
    const environment = {
      ...testKeys,
      DATABASE_URL: world.database.appUrl,
      WEBHOOK_PRIVATE_ADDRESSES: '1',
    };
    const start = () => PlazaProcess.start('worker', environment);
    workers = [await start(), await start()];
    token = partnerMachine().token;
    client = world.anyone.withToken(token);
    const thresholds = { balanceAbove: 1_000, totalAbove };
    await client.put('/v1/loyalty/settings', { thresholds });
    await expectOk(client.post('/v1/loyalty/webhooks', { url: receiver.url }));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await world.end();
    await receiver.close();
  });

  /** Everything that is told, page by page. */
  async function feed(): Promise<{ id: string }[]> {
    const events: { id: string }[] = [];
    for (let next: string | null = '0'; next !== null;) {
      const { body } = await expectOk(client.get(`/v1/loyalty/events?limit=100&after=${next}`));
      events.push(...body.items);
      next = body.next;
    }
    return events;
  }

  const member = (externalId: string) => client.post('/v1/loyalty/members', { externalId });

  async function move(kind: 'accruals' | 'redemptions', externalId: string, points: number): Promise<void> {
    const said = { points, description: 'Swing', sourceId: randomUUID(), occurredAt: '2026-11-20T08:00:00Z' };
    expect((await client.post(`/v1/loyalty/members/${externalId}/${kind}`, said)).status).toBe(201);
  }

  async function swing(externalId: string, points: number, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await move('accruals', externalId, points);
      await move('redemptions', externalId, points);
    }
  }

  it('are told exactly once each, in numbers without a gap, by every way the same, whichever worker is killed', async () => {
    const members = Array.from({ length: membersMax }, (_, at) => `member-${String(at)}`);
    for (const externalId of [...members, 'base', 'pump']) await member(externalId);
    await move('accruals', 'base', base);
    const stream = await EventReader.open(`${world.url}/v1/loyalty/events/stream`, token);
    const load = Promise.all([
      ...members.map((externalId) => swing(externalId, 1_001, swingsOfMember)),
      swing('pump', pumped, swingsOfTotal),
    ]);
    for (let kill = 0; kill < killsMax; kill += 1) {
      const worker = workers[kill % 2];
      await worker?.kill();
      await worker?.startAgain();
    }
    await load;

    const told = () =>
      rowsOfEveryPartner<{ type: string; externalId: string | null; count: number }>(
        world.database.ownerUrl,
        `SELECT type, data ->> 'externalId' AS "externalId", count(*)::integer AS count
         FROM loyalty.events GROUP BY 1, 2 ORDER BY 1, length(data ->> 'externalId'), 2`,
      );
    const ofMembers = (type: string) => [
      { type, externalId: 'pump', count: swingsOfTotal },
      ...members.map((externalId) => ({ type, externalId, count: swingsOfMember })),
    ];
    await eventually(async () => {
      expect(await told()).toEqual([
        { type: 'member.balance_above', externalId: 'base', count: 1 },
        ...ofMembers('member.balance_above'),
        ...ofMembers('member.balance_zero'),
        { type: 'programme.total_above', externalId: null, count: swingsOfTotal },
      ]);
    }, patienceMs);
    const numbers = await rowsOfEveryPartner<{ id: string }>(
      world.database.ownerUrl,
      'SELECT id FROM loyalty.events ORDER BY id',
    );
    expect(numbers.map(({ id }) => Number(id))).toEqual(numbers.map((_, at) => at + 1));

    const events = await feed();
    expect(events.map(({ id }) => id)).toEqual(numbers.map(({ id }) => id));
    expect((await stream.heard(events.length)).map(({ data }) => data)).toEqual(events);
    await stream.close();
    await eventually(() => {
      expect(new Set(receiver.ids).size).toBe(events.length);
    }, patienceMs);
    // Killed between a call and its record it calls again; by its id and content a receiver sees that it has it.
    const called = new Set(receiver.received.map(({ body }) => body));
    expect([...called].sort()).toEqual(events.map((event) => JSON.stringify(event)).sort());
    expect(await faultsOfBooks(world.database.ownerUrl)).toEqual([]);
  }, 240_000);
});
