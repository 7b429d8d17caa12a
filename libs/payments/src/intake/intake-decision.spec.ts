import { decideIntake, type Knowledge, type ReceivedMessage } from './intake-decision';

const at = new Date('2026-11-20T10:00:00.000Z');
const first = '3f5379b6-4a95-49b3-a9c0-3a5703df8073';
const second = '8f5379b6-4a95-49b3-a9c0-3a5703df8074';
const nothing: Knowledge = {
  payments: new Map(),
  requests: new Map(),
  unknownAccounts: new Set(),
};
const card = Buffer.from('card');

let offset = 0n;

function received(
  {
    cardFingerprint = card,
    ...payment
  }: { paymentId?: string; accountId?: number; amount?: number; cardFingerprint?: Buffer | null } = {},
  type: 'online' | 'offline' = 'offline',
): ReceivedMessage {
  offset += 1n;
  return {
    message: { topic: type, partition: 0, offset, key: null, value: null, headers: {}, timestamp: at },
    content: {
      payment: {
        paymentId: first,
        accountId: 7,
        type,
        amount: 30,
        currency: null,
        card: '1',
        cardFingerprints: cardFingerprint && [cardFingerprint],
        ...payment,
      },
    },
  };
}

function outcomes(messages: ReceivedMessage[], known: Partial<Knowledge> = {}): string[] {
  return decideIntake(messages, { ...nothing, ...known }).map(({ outcome, reason }) =>
    reason ? `${outcome}: ${reason.code}` : outcome,
  );
}

describe('Messages that came together', () => {
  it('are stored when they are offline, and open when they are online', () => {
    expect(outcomes([received()])).toEqual(['stored']);
    expect(outcomes([received({}, 'online')])).toEqual(['open']);
  });

  it('are decided in their order: the first with an id counts, the others are duplicates or conflicts', () => {
    expect(
      outcomes([
        received({ amount: 30 }),
        received({ amount: 31 }),
        received({ amount: 30 }),
        received({ paymentId: second, amount: 31 }),
      ]),
    ).toEqual(['stored', 'conflicting: content-differs', 'duplicate: repeated', 'stored']);
  });

  it.each([
    ['account', { accountId: 8 }],
    ['amount', { amount: 31 }],
    ['card', { cardFingerprint: Buffer.from('other') }],
    ['card, which is missing,', { cardFingerprint: null }],
  ])('conflict with a known payment when the %s differs', (_what, difference) => {
    const known = new Map([
      [first, { accountId: 7, type: 'offline' as const, amount: 30, cardFingerprint: card }],
    ]);
    expect(outcomes([received()], { payments: known })).toEqual(['duplicate: repeated']);
    expect(outcomes([received(difference)], { payments: known })).toEqual(['conflicting: content-differs']);
  });

  it('of one payment on both topics are a conflict', () => {
    const known = new Map([
      [first, { accountId: 7, type: 'offline' as const, amount: 30, cardFingerprint: card }],
    ]);
    expect(outcomes([received({}, 'online')], { payments: known })).toEqual(['conflicting: content-differs']);
  });

  it('are parked while their account is unknown, and repeated then as any other', () => {
    expect(outcomes([received(), received()], { unknownAccounts: new Set([7]) })).toEqual([
      'parked: account-unknown',
      'duplicate: repeated',
    ]);
  });

  it('of a customer have to say what was asked for', () => {
    const request = {
      paymentId: first,
      orderId: second,
      accountId: 7,
      amount: 30,
      currency: 'EUR',
      ended: false,
    };
    const asked = (change: Partial<typeof request> = {}) => ({
      requests: new Map([[first, { ...request, ...change }]]),
    });
    expect(outcomes([received({}, 'online')], asked())).toEqual(['open']);
    expect(outcomes([received({ amount: 31 }, 'online')], asked())).toEqual(['conflicting: request-differs']);
    expect(outcomes([received({ accountId: 8 }, 'online')], asked())).toEqual([
      'conflicting: request-differs',
    ]);
    expect(outcomes([received({}, 'offline')], asked())).toEqual(['conflicting: request-differs']);
    expect(outcomes([received({}, 'online')], asked({ ended: true }))).toEqual([
      'conflicting: request-ended',
    ]);
  });

  it('carry the order of the customer who asked', () => {
    const request = {
      paymentId: first,
      orderId: second,
      accountId: 7,
      amount: 30,
      currency: 'EUR',
      ended: false,
    };
    const [decision] = decideIntake([received({}, 'online')], {
      ...nothing,
      requests: new Map([[first, request]]),
    });
    expect(decision).toMatchObject({ outcome: 'open', request: { orderId: second, currency: 'EUR' } });
  });

  it('that are no payments are rejected with their reason', () => {
    const { message } = received();
    const refusal = { code: 'not-json', reason: 'The message is not JSON', paymentId: null } as const;
    expect(outcomes([{ message, content: { refusal } }])).toEqual(['rejected: not-json']);
  });
});
