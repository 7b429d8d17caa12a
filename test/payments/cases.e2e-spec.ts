/** Everything that the stream is known to carry, one row each: what becomes of it, and the reason in words. */
import { randomUUID } from 'node:crypto';
import type { MessageView } from '@plaza/payments';
import { Stage, payment } from './stage';

interface Case {
  what: string;
  topic: 'online' | 'offline';
  /** What comes before it, under the same payment id. */
  after?: object;
  message: object | string | Buffer;
  becomes: string;
  because: string | null;
}

const id = () => randomUUID();
const notWhole = 'amount is not a positive whole number';
const noAccount = 'account_id is not a positive whole number';
const online = (fields: object = {}) => ({ ...payment('online'), ...fields });
const offline = (fields: object = {}) => ({ ...payment('offline'), ...fields });
const [repeated, changed, crossed] = [offline(), offline(), offline()];
const latin1 = Buffer.from(JSON.stringify(offline({ note: 'señal' })), 'latin1');

const cases: Case[] = [
  { what: 'an offline payment', topic: 'offline', message: offline(), becomes: 'stored', because: null },
  { what: 'an online payment', topic: 'online', message: online(), becomes: 'open', because: null },
  {
    what: 'an unknown account',
    topic: 'offline',
    message: offline({ account_id: 1_000_547 }),
    becomes: 'parked',
    because: 'The account is not known yet',
  },
  {
    what: 'an unknown account, online',
    topic: 'online',
    message: online({ account_id: 1_000_547 }),
    becomes: 'parked',
    because: 'The account is not known yet',
  },
  {
    what: 'account 0',
    topic: 'offline',
    message: offline({ account_id: 0 }),
    becomes: 'rejected',
    because: noAccount,
  },
  {
    what: 'a negative account',
    topic: 'offline',
    message: offline({ account_id: -5 }),
    becomes: 'rejected',
    because: noAccount,
  },
  {
    what: 'an account as text',
    topic: 'offline',
    message: offline({ account_id: 'five' }),
    becomes: 'rejected',
    because: noAccount,
  },
  {
    what: 'the same id and content again',
    topic: 'offline',
    after: repeated,
    message: repeated,
    becomes: 'duplicate',
    because: 'This payment came before with the same content',
  },
  {
    what: 'the same id with other content',
    topic: 'offline',
    after: changed,
    message: { ...changed, amount: 31 },
    becomes: 'conflicting',
    because: 'This payment came before with other content',
  },
  {
    what: 'the same id on the other topic',
    topic: 'online',
    after: crossed,
    message: { ...crossed, payment_type: 'online' },
    becomes: 'conflicting',
    because: 'This payment came before with other content',
  },
  {
    what: 'a type that contradicts the topic',
    topic: 'offline',
    message: online(),
    becomes: 'rejected',
    because: 'payment_type is not that of the topic',
  },
  {
    what: 'a type that is none',
    topic: 'offline',
    message: offline({ payment_type: 'cash' }),
    becomes: 'rejected',
    because: 'payment_type is neither online nor offline',
  },
  {
    what: 'amount 0',
    topic: 'offline',
    message: offline({ amount: 0 }),
    becomes: 'rejected',
    because: notWhole,
  },
  {
    what: 'a negative amount',
    topic: 'offline',
    message: offline({ amount: -30 }),
    becomes: 'rejected',
    because: notWhole,
  },
  {
    what: 'a fractional amount',
    topic: 'offline',
    message: offline({ amount: 30.5 }),
    becomes: 'rejected',
    because: notWhole,
  },
  {
    what: 'an amount as text',
    topic: 'offline',
    message: offline({ amount: '30' }),
    becomes: 'rejected',
    because: notWhole,
  },
  {
    what: 'no JSON',
    topic: 'offline',
    message: 'till 71 is out of paper',
    becomes: 'rejected',
    because: 'The message is not JSON',
  },
  {
    what: 'single quotes',
    topic: 'offline',
    message: `{'payment_id':'${id()}'}`,
    becomes: 'rejected',
    because: 'The message is not JSON',
  },
  {
    what: 'an array of one',
    topic: 'offline',
    message: [offline()],
    becomes: 'rejected',
    because: 'The message is JSON, but not an object',
  },
  {
    what: 'bytes that are not UTF-8',
    topic: 'offline',
    message: latin1,
    becomes: 'rejected',
    because: 'The message is not UTF-8 text',
  },
  {
    what: 'nothing',
    topic: 'offline',
    message: '',
    becomes: 'rejected',
    because: 'The message has no value',
  },
  {
    what: 'a megabyte',
    topic: 'offline',
    message: offline({ note: 'x'.repeat(1_000_000) }),
    becomes: 'stored',
    because: null,
  },
  {
    what: 'a short card',
    topic: 'offline',
    message: offline({ credit_card: '12345' }),
    becomes: 'stored',
    because: null,
  },
  {
    what: 'no card',
    topic: 'offline',
    message: offline({ credit_card: undefined }),
    becomes: 'stored',
    because: null,
  },
  {
    what: 'a card that is null',
    topic: 'offline',
    message: offline({ credit_card: null }),
    becomes: 'stored',
    because: null,
  },
  {
    what: 'an empty card',
    topic: 'offline',
    message: offline({ credit_card: '' }),
    becomes: 'stored',
    because: null,
  },
  {
    what: 'no card, online',
    topic: 'online',
    message: online({ credit_card: null }),
    becomes: 'rejected',
    because: 'An online payment needs a credit_card',
  },
  {
    what: 'fields that nobody knows',
    topic: 'offline',
    message: offline({ delay: 71, till: 7 }),
    becomes: 'stored',
    because: null,
  },
];

describe('On the stream', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start({ processes: ['api'] });
  });

  afterAll(() => stage.end());

  it.each(cases)('$what becomes $becomes', async ({ topic, after, message, becomes, because }) => {
    if (after) await stage.feed('offline', [after]);
    const { body } = await stage.feed(topic, [message]);
    const place = `${topic}/0/${String(body.lastOffset)}`;
    const story = await stage.staff.get<MessageView>(`/v1/payments/messages/${place}`);
    expect([story.body.outcome, story.body.reason]).toEqual([becomes, because]);
  });
});
