import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signatureHeaders } from './webhook-signature';

const content = fc.record({
  id: fc.bigInt({ min: 1n, max: 10n ** 17n }).map(String),
  body: fc.json(),
});

describe('The headers of a delivery', () => {
  it('are verified by the public library, with every secret that is good and with no other', () => {
    const [present, previous, strange] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    fc.assert(
      fc.property(content, ({ id, body }) => {
        const headers = signatureHeaders({ id, body, sentAt: new Date(), secrets: [present, previous] });
        for (const secret of [present, previous]) {
          expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
        }
        expect(() => new Webhook(strange).verify(body, headers)).toThrow('No matching signature');
        expect(() => new Webhook(present).verify(`${body} `, headers)).toThrow('No matching signature');
      }),
    );
  });

  it('say when it was sent, so that one that was kept is refused', () => {
    const secret = newWebhookSecret();
    const sentAt = new Date(Date.now() - 6 * 60_000);
    const headers = signatureHeaders({ id: '1', body: '{}', sentAt, secrets: [secret] });
    expect(() => new Webhook(secret).verify('{}', headers)).toThrow('timestamp too old');
  });

  it('are those of the example of the standard', () => {
    const headers = signatureHeaders({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      body: '{"test": 2432232314}',
      sentAt: new Date(1_614_265_330_000),
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    });
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('come from secrets that nobody else has', () => {
    const secrets = Array.from({ length: 100 }, newWebhookSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  });
});
