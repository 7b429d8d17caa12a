import type { ReceivedMessage } from '../intake/intake-decision';
import type { Outcome } from '../messages/outcome';
import type { KeptMessage } from './kept-messages';
import { decideReplay, type ReplayKnowledge } from './replay-decision';

const paymentId = '3f5379b6-4a95-49b3-a9c0-3a5703df8073';
const at = new Date('2026-11-20T10:00:00.000Z');
const nothing: ReplayKnowledge = {
  payments: new Map(),
  requests: new Map(),
  unknownAccounts: new Set(),
  awaitedAccounts: new Set(),
};

function received(topic: 'online' | 'offline'): ReceivedMessage {
  const card = { card: null, cardFingerprints: null };
  const content = { paymentId, accountId: 7, type: topic, amount: 30, currency: null, ...card };
  return {
    message: { topic, partition: 0, offset: 1n, key: null, value: null, headers: {}, timestamp: at },
    content: { payment: content },
  };
}

function kept(outcome: Outcome, topic: 'online' | 'offline' = 'offline'): KeptMessage {
  const isReadAgain = outcome === 'rejected' || outcome === 'conflicting';
  return {
    ...{ topic, partition: 0, offset: 1, outcome, paymentId, receivedAt: at },
    reasonCode: outcome === 'conflicting' ? 'content-differs' : null,
    reason: outcome === 'conflicting' ? 'This payment came before with other content' : null,
    received: isReadAgain ? received(topic) : null,
  };
}

const standing = {
  payments: new Map([
    [paymentId, { accountId: 7, type: 'offline' as const, amount: 31, cardFingerprint: null }],
  ]),
};
const appeared = { awaitedAccounts: new Set([paymentId]) };
const unknownAccount = { unknownAccounts: new Set([7]) };

describe('A replayed message', () => {
  it.each<[string, KeptMessage, Partial<ReplayKnowledge>, Outcome, string, string]>([
    ['rejected and valid now', kept('rejected'), {}, 'stored', 'rewrite', 'It is a valid payment now'],
    [
      'rejected, valid and online',
      kept('rejected', 'online'),
      {},
      'open',
      'rewrite',
      'It is a valid payment now',
    ],
    [
      'rejected, of nobody',
      kept('rejected'),
      unknownAccount,
      'parked',
      'rewrite',
      'The account is not known yet',
    ],
    [
      'rejected, claimed by another',
      kept('rejected'),
      standing,
      'conflicting',
      'rewrite',
      'with other content',
    ],
    ['conflicting still', kept('conflicting'), standing, 'conflicting', 'nothing', 'with other content'],
    ['parked still', kept('parked'), {}, 'parked', 'nothing', 'not known yet'],
    ['parked, account there', kept('parked'), appeared, 'stored', 'take-up', 'known now'],
    ['parked, account there, online', kept('parked', 'online'), appeared, 'open', 'take-up', 'known now'],
    ['open', kept('open', 'online'), {}, 'open', 'ask', 'asked now'],
    ['in review', kept('review', 'online'), {}, 'review', 'nothing', 'decision of staff'],
    ['declined', kept('declined', 'online'), {}, 'declined', 'nothing', 'final for this payment id'],
    ['stored', kept('stored'), {}, 'stored', 'nothing', 'nothing to do'],
    ['duplicate', kept('duplicate'), {}, 'duplicate', 'nothing', 'nothing to do'],
    [
      'sealed under a key that is gone',
      { ...kept('rejected'), received: null },
      {},
      'rejected',
      'nothing',
      'cannot be opened',
    ],
  ])('that is %s', (_what, message, known, after, does, word) => {
    const [step] = decideReplay([message], { ...nothing, ...known });
    expect(step).toMatchObject({ after, does, reason: expect.stringContaining(word) });
  });

  it('is decided in the order of arrival: the first with an id counts', () => {
    const [one, two] = [kept('rejected'), { ...kept('rejected'), offset: 2 }];
    expect(decideReplay([one, two], nothing).map(({ after }) => after)).toEqual(['stored', 'duplicate']);
  });
});
