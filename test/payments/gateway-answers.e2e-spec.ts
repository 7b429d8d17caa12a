/** What each answer of the gateway makes of a payment, one row for each kind of answer there is. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Stage, payment } from './stage';

type Give = (response: ServerResponse, request: IncomingMessage) => void;

const status =
  (code: number, body = ''): Give =>
  (response) =>
    response.writeHead(code, { 'content-type': 'application/json' }).end(body);

interface Case {
  answer: string;
  give: Give;
  /** What the payment is shown as, and its message in the census. */
  becomes: 'captured' | 'declined' | 'pending';
  message: string;
  outcome: string;
  reason: string | RegExp;
}

const approved = { becomes: 'captured', message: 'stored', outcome: 'approved' } as const;
const refused = { becomes: 'declined', message: 'declined: gateway-refused', outcome: 'refused' } as const;
const unknown = { becomes: 'pending', message: 'open', outcome: 'unknown' } as const;
const neither = 'which is neither yes nor no';

/** Long enough that only who says nothing is too slow, however busy this machine is. */
const timeoutMs = 10_000;

const cases: Case[] = [
  { answer: '200', give: status(200, '{}'), ...approved, reason: 'The gateway approved it (200)' },
  { answer: '201', give: status(201, '{}'), ...approved, reason: 'The gateway approved it (201)' },
  { answer: '204', give: status(204), ...approved, reason: 'The gateway approved it (204)' },
  {
    answer: '200 with a body that was cut',
    give: (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"payment_id":', () => response.socket?.destroy());
    },
    ...approved,
    reason: 'The gateway approved it (200)',
  },
  {
    answer: '200 with a body that is not JSON',
    give: status(200, '<html>'),
    ...approved,
    reason: 'The gateway approved it (200)',
  },
  {
    answer: '200 that takes its time',
    give: (response) => setTimeout(() => response.end('{}'), 300),
    ...approved,
    reason: 'The gateway approved it (200)',
  },
  { answer: '400', give: status(400), ...refused, reason: 'The gateway refused it (400)' },
  { answer: '402', give: status(402), ...refused, reason: 'The gateway refused it (402)' },
  { answer: '422', give: status(422), ...refused, reason: 'The gateway refused it (422)' },
  { answer: '500', give: status(500), ...unknown, reason: `The gateway had a fault (500), ${neither}` },
  { answer: '503', give: status(503), ...unknown, reason: `The gateway had a fault (503), ${neither}` },
  { answer: '504', give: status(504), ...unknown, reason: `The gateway had a fault (504), ${neither}` },
  {
    answer: 'a redirect',
    give: status(302),
    ...unknown,
    reason: 'The gateway answered neither yes nor no (302)',
  },
  {
    answer: 'one that is too slow',
    give: () => undefined,
    ...unknown,
    reason: `The gateway did not answer: No answer within ${timeoutMs} ms`,
  },
  {
    answer: 'a reset',
    give: (_response, request) => request.socket.resetAndDestroy(),
    ...unknown,
    reason: /^The gateway did not answer: .*(?:ECONNRESET|hang up)/,
  },
  {
    answer: 'bytes that are not HTTP',
    give: (_response, request) => request.socket.end('What?\r\n\r\n'),
    ...unknown,
    reason: /^The gateway did not answer: .*(?:Parse Error|Expected HTTP)/,
  },
];

describe('An online payment that the gateway answers with', () => {
  const ids = cases.map((_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
  let server: Server;
  let stage: Stage;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void json(request).then((body) => {
        const at = ids.indexOf((body as { payment_id: string }).payment_id);
        cases[at]?.give(response, request);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    stage = await Stage.start({
      variables: { GATEWAY_URL: `http://127.0.0.1:${port}`, GATEWAY_TIMEOUT_MS: String(timeoutMs) },
    });
    const asked = ids.map((id, at) => payment('online', { payment_id: id, account_id: 1 + at }));
    await stage.feed('online', asked);
    await stage.world.settle();
  }, 60_000);

  afterAll(async () => {
    await stage.end();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each(cases.map((each, at) => ({ ...each, id: ids[at] ?? '', at })))(
    '$answer is $becomes',
    async ({ id, at, becomes, message, outcome, reason }) => {
      expect((await stage.staff.get(`/v1/payments/${id}`)).body).toMatchObject({ status: becomes });
      expect((await stage.outcomes('online'))[at]).toBe(message);
      const [attempt] = (await stage.staff.get(`/v1/payments/${id}/attempts`)).body.items;
      expect(attempt).toMatchObject({ number: 1, outcome });
      if (typeof reason === 'string') expect(attempt.reason).toBe(reason);
      else expect(attempt.reason).toMatch(reason);
      const [account] = await stage.world.rows<{ paid: boolean }>(
        'SELECT last_payment_date IS NOT NULL AS paid FROM payments.accounts WHERE account_id = $1',
        [1 + at],
      );
      expect(account).toEqual({ paid: becomes === 'captured' });
    },
  );

  it('any of them is counted by the census, which closes', async () => {
    const count = (becomes: Case['becomes']) => cases.filter((each) => each.becomes === becomes).length;
    expect(await stage.census()).toMatchObject([
      {
        received: cases.length,
        stored: count('captured'),
        declined: count('declined'),
        open: count('pending'),
        review: 0,
      },
    ]);
  });
});
