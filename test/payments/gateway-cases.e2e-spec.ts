/** Everything that a gateway is known to do when it is asked, one row each: what becomes of the payment, and the reason in words. */
import { freePort } from '@plaza/engines';
import { World } from '#test/world';
import { Stage, payment } from './stage';

interface GatewayCase {
  what: string;
  scenario: object;
  becomes: string;
  because: string | null;
  attempt: object;
}

const refusedWith = (status: number) => ({ outcome: 'refused', httpStatus: status });
const share = (name: string) => ({ shares: { approve: 0, [name]: 1 }, nonAnswersMax: 1_000 });

/** By what the gateway does; which of several statuses it is, the simulator's lot decides. */
const gatewayCases: GatewayCase[] = [
  {
    what: 'a yes',
    scenario: { shares: { approve: 1 } },
    becomes: 'stored',
    because: null,
    attempt: { outcome: 'approved' },
  },
  {
    what: 'a malformed yes',
    scenario: share('malformed'),
    becomes: 'stored',
    because: null,
    attempt: { outcome: 'approved', httpStatus: 200 },
  },
  {
    what: 'an error',
    scenario: share('error'),
    becomes: 'open',
    because: null,
    attempt: { outcome: 'unknown' },
  },
  {
    what: 'no answer in time',
    scenario: share('timeout'),
    becomes: 'open',
    because: null,
    attempt: { outcome: 'unknown', httpStatus: null },
  },
  {
    what: 'a cut connection',
    scenario: share('reset'),
    becomes: 'open',
    because: null,
    attempt: { outcome: 'unknown', httpStatus: null },
  },
  {
    what: 'a slow yes',
    scenario: { shares: { approve: 1 }, latencyMs: { min: 300, max: 400 } },
    becomes: 'stored',
    because: null,
    attempt: { outcome: 'approved' },
  },
];

describe('Asked about an online payment, a gateway', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start({ variables: { GATEWAY_TIMEOUT_MS: '1000' } });
  });

  afterAll(() => stage.end());

  async function ask(scenario: object) {
    await stage.scenario(scenario);
    const asked = payment('online');
    const { body } = await stage.feed('online', [asked]);
    await stage.world.settle();
    const story = await stage.staff.get(`/v1/payments/messages/online/0/${String(body.lastOffset)}`);
    return story.body;
  }

  it.each(gatewayCases)('with $what makes it $becomes', async ({ scenario, becomes, because, attempt }) => {
    const { outcome, reason, attempts } = await ask(scenario);
    expect([outcome, reason]).toEqual([becomes, because]);
    expect(attempts).toMatchObject([attempt]);
  });

  it('with a refusal makes it declined, whatever the status says', async () => {
    const seen = new Set<number>();
    for (let tries = 0; tries < 12; tries += 1) {
      const { outcome, reason, attempts } = await ask(share('refuse'));
      const [{ httpStatus }] = attempts;
      seen.add(httpStatus);
      expect(outcome).toBe('declined');
      expect(reason).toBe(`The gateway refused the payment (${String(httpStatus)})`);
      expect(attempts).toMatchObject([refusedWith(httpStatus)]);
    }
    expect([...seen].every((status) => [400, 402, 422].includes(status))).toBe(true);
    expect(seen.size).toBeGreaterThan(1);
  });

  it('that is not there leaves it open', async () => {
    const nowhere = await World.start({
      processes: ['payments'],
      database: stage.database,
      clock: stage.world.clock,
      variables: { GATEWAY_URL: `http://127.0.0.1:${String(await freePort())}` },
    });
    try {
      const quiet = payment('online');
      await stage.scenario(share('error'));
      await stage.feed('online', [quiet]);
      await nowhere.settle();
      const { body } = await stage.staff.get(`/v1/payments/${quiet.payment_id}`);
      expect(body.status).toBe('pending');
    } finally {
      await nowhere.stop();
    }
  });
});
