/** A partner's machine is called with every event: signed, in time, again and again until it accepts, and never in vain for others. */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { PartnersService } from '@plaza/identity';
import { Webhook } from 'standardwebhooks';
import { EventReader } from '#test/event-reader';
import { eventually } from '#test/eventually';
import { World } from '#test/world';
import { staff } from '../catalog/shop';
import { expectOk, PartnerProgramme } from './programme';
import { Receiver } from './receiver';
import { Hooks, hooksPath as path, hour, isSignedWith, minute } from './webhooks';

/** Long enough for any answer that comes at all on a busy machine. */
const timeoutMs = 2_000;
/** Seconds from one attempt to the next, as the standard has them, and a little more than the jitter. */
const pauses = [5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

describe('A webhook', () => {
  let world: World;
  let programme: PartnerProgramme;
  let receiver: Receiver;
  let ada: string;
  let hooks: Hooks;

  beforeAll(async () => {
    world = await World.start({
      variables: { WEBHOOK_PRIVATE_ADDRESSES: '1', WEBHOOK_TIMEOUT_MS: String(timeoutMs) },
    });
  });

  beforeEach(async () => {
    programme = await PartnerProgramme.open(world);
    receiver = await Receiver.open();
    ada = await programme.member('ada');
    hooks = new Hooks(world, programme, receiver.url, ada);
  });

  afterEach(() => receiver.close());
  afterAll(() => world.end());

  it('is called with the bytes that the feed and the stream have, which the public library verifies', async () => {
    const { secret } = await hooks.add();
    await hooks.crossing();
    await world.settle();
    expect(receiver.ids.sort()).toEqual(['1', '2']);
    const feed = await fetch(new URL('/v1/loyalty/events', world.url), {
      headers: { authorization: `Bearer ${programme.token}` },
    });
    const feedText = await feed.text();
    const stream = await EventReader.open(`${world.url}/v1/loyalty/events/stream`, programme.token);
    await stream.heard(2);
    const described = await world.anyone.get('/asyncapi.json');
    const ajv = addFormats(new Ajv({ strict: false }));
    for (const { headers, body } of receiver.received) {
      const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(verified).toMatchObject({ id: headers['webhook-id'] });
      expect(feedText).toContain(body);
      expect(stream.text).toContain(`data: ${body}\n`);
      const { type } = JSON.parse(body) as { type: string };
      const { payload } = described.body.components.messages[`webhook.${type}`];
      expect([ajv.validate(payload, verified), ajv.errors]).toEqual([true, null]);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
    }
    await stream.close();
  });

  it('is called with what happens from then on, and with the types that it wants', async () => {
    await hooks.crossing();
    await world.settle();
    await hooks.add({ eventTypes: ['member.balance_zero'] });
    await hooks.crossing();
    await world.settle();
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
      { id: '4', type: 'member.balance_zero', data: { externalId: 'ada' } },
    ]);
  });

  it('that does not accept is called ten times over three days, with the same id and body, and is shown to fail then', async () => {
    const { id, secret } = await hooks.add({ eventTypes: ['member.balance_above'] });
    receiver.reply = () => ({ status: 500 });
    await hooks.crossing();
    await world.settle();
    const times = [world.clock.now().getTime()];
    for (const [at, pause] of pauses.entries()) {
      await hooks.later(pause * 0.5);
      expect([pause, receiver.received.length]).toEqual([pause, at + 1]);
      await hooks.later(pause * 0.62);
      expect([pause, receiver.received.length]).toEqual([pause, at + 2]);
      times.push(world.clock.now().getTime());
    }
    await hooks.later(48 * hour);
    expect(receiver.received.length).toBe(10);
    expect(new Set(receiver.received.map((call) => `${call.id} ${call.body}`)).size).toBe(1);
    expect(receiver.received.every((call) => isSignedWith(secret, call))).toBe(true);
    expect(await hooks.see(id)).toMatchObject({
      status: 'active',
      failingSince: expect.any(String),
      nextAttemptAt: null,
    });
    const [delivery] = await hooks.deliveries(id, '?status=failed');
    expect(delivery).toMatchObject({
      eventId: '1',
      type: 'member.balance_above',
      attempts: 10,
      nextAttemptAt: null,
    });
    const attempts = delivery?.['lastAttempts'] as { number: number; at: string; status: number }[];
    expect(attempts.map(({ number, status }) => [number, status])).toEqual(
      Array.from({ length: 10 }, (_, at) => [10 - at, 500]),
    );
    for (const [at, { at: told }] of attempts.reverse().entries()) {
      expect(Math.abs(Date.parse(told) - (times[at] ?? 0))).toBeLessThan(5_000);
    }

    receiver.reply = () => ({ status: 204 });
    await hooks.crossing();
    await world.settle();
    expect(await hooks.see(id)).toMatchObject({ failingSince: null, deliveredAt: expect.any(String) });
  });

  it('is not held up by an event that it does not accept: later ones are called in the order of their numbers', async () => {
    await hooks.add();
    receiver.reply = ({ id }) => ({ status: id === '1' ? 422 : 200 });
    for (let time = 0; time < 3; time += 1) {
      await hooks.crossing();
      await world.settle();
    }
    const first = [...new Set(receiver.ids)];
    expect(first).toEqual(['1', '2', '3', '4', '5', '6']);
    receiver.reply = () => ({ status: 200 });
    await hooks.later(6);
    expect(receiver.callsOf('1')).toHaveLength(2);
    expect(receiver.received).toHaveLength(7);
  });

  it('is left alone for as long as it asks to be, with all events', async () => {
    const { id } = await hooks.add();
    receiver.reply = () => ({ status: 429, headers: { 'retry-after': '600' } });
    await programme.accrue(ada, 1_001);
    await world.settle();
    expect(receiver.received).toHaveLength(1);
    receiver.reply = () => ({ status: 200 });
    await programme.redeem(ada, 1_001);
    await hooks.later(500);
    expect(receiver.received).toHaveLength(1);
    await hooks.later(101);
    expect(receiver.ids.sort()).toEqual(['1', '1', '2']);
    expect(await hooks.deliveries(id)).toMatchObject([
      { eventId: '2', status: 'delivered', attempts: 1 },
      { eventId: '1', status: 'delivered', attempts: 2 },
    ]);
  });

  it('that says it is gone is not called any more, until its partner makes it active: then nothing was left out', async () => {
    const { id } = await hooks.add();
    receiver.reply = () => ({ status: 410 });
    await programme.accrue(ada, 1_001);
    await world.settle();
    expect(await hooks.see(id)).toMatchObject({ status: 'gone' });
    receiver.reply = () => ({ status: 200 });
    await programme.redeem(ada, 1_001);
    await hooks.later(hour);
    expect(receiver.received).toHaveLength(1);
    const refused = await programme.client.post(`${path}/${id}/replay`, { from: '1' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'loyalty.webhook-not-active', status: 409, webhookStatus: 'gone' },
    });
    await expectOk(programme.client.patch(`${path}/${id}`, { status: 'active' }));
    await world.settle();
    expect(receiver.ids).toEqual(['1', '1', '2']);
  });

  it('is not called while its partner is shut out, and goes on from where it was when that is over', async () => {
    await hooks.add();
    receiver.reply = ({ id }) => ({ status: id === '1' ? 500 : 200 });
    await hooks.crossing();
    await world.settle();
    expect(receiver.ids.sort()).toEqual(['1', '2']);
    const partners = world.app.get(PartnersService);
    await partners.disable(programme.partnerId);
    await world.settle();
    receiver.reply = () => ({ status: 200 });
    const actor = { query: { partnerId: programme.partnerId } };
    const { client } = await staff(world);
    const points = { points: 1_001, description: 'Coffee', occurredAt: '2026-11-20T08:00:00.000Z' };
    await expectOk(
      client.post(`/v1/loyalty/members/${ada}/accruals`, { ...points, sourceId: 'late' }, actor),
    );
    world.clock.forwardSeconds(hour);
    await world.settle();
    expect(receiver.received).toHaveLength(2);
    const { body: measured } = await world.anyone.get<string>('/metrics');
    expect(measured).toMatch(/^plaza_webhook_deliveries_waiting\{[^}]*\} 0$/m);
    await partners.enable(programme.partnerId);
    await world.settle();
    expect(receiver.ids.sort()).toEqual(['1', '1', '2', '3']);
  });

  it('is not followed to where it sends on, and an answer that never ends holds nothing up', async () => {
    const other = await Receiver.open();
    const { id } = await hooks.add({ eventTypes: ['member.balance_above'] });
    receiver.reply = () => ({ status: 307, headers: { location: other.url } });
    await hooks.crossing();
    await world.settle();
    receiver.reply = () => 'silence';
    await hooks.later(6);
    expect(other.received).toEqual([]);
    await other.close();
    await receiver.close();
    await hooks.later(6 * minute);
    const [delivery] = await hooks.deliveries(id);
    expect(delivery).toMatchObject({
      lastAttempts: [
        { number: 3, status: null, error: 'it refuses connections' },
        { number: 2, status: null, error: `no answer within ${String(timeoutMs)} ms` },
        { number: 1, status: 307, error: 'it sends us on, which is not followed' },
      ],
    });
    receiver = await Receiver.open();
  });

  it('that hangs delays nobody else', async () => {
    await hooks.add();
    const silent = await Receiver.open();
    silent.reply = () => 'silence';
    const hanging = await Promise.all(Array.from({ length: 4 }, () => PartnerProgramme.open(world)));
    await Promise.all(
      hanging.map(async (partner) => {
        const theirs = new Hooks(world, partner, silent.url, await partner.member());
        await theirs.add();
        for (let time = 0; time < 12; time += 1) await theirs.crossing();
      }),
    );
    await hooks.crossing();
    await eventually(() => {
      expect(receiver.ids.sort()).toEqual(['1', '2']);
    });
    // They were called all that time, and are called still.
    const { length } = silent.received;
    expect(length).toBeGreaterThan(0);
    await eventually(() => {
      expect(silent.received.length).toBeGreaterThan(length);
    });
    await silent.close();
  });
});
