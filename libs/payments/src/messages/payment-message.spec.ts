import { readPaymentMessage } from './payment-message';

const paymentId = '3f5379b6-4a95-49b3-a9c0-3a5703df8073';
const documented = {
  payment_id: paymentId,
  account_id: 547,
  payment_type: 'online',
  credit_card: '4980276372331233',
  amount: 30,
  delay: 71,
};
const offline = { ...documented, payment_type: 'offline' };

function read(value: Buffer | string | object | null, topic = 'online') {
  if (value === null || Buffer.isBuffer(value)) return readPaymentMessage(topic, value);
  return readPaymentMessage(topic, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
}

function codeOf(value: Buffer | string | object | null, topic = 'online'): string {
  const content = read(value, topic);
  return 'refusal' in content ? content.refusal.code : 'valid';
}

describe('A payment message', () => {
  it('is read as documented', () => {
    expect(read(documented)).toEqual({
      payment: {
        ...{ paymentId, accountId: 547, type: 'online', amount: 30 },
        ...{ card: '4980276372331233', currency: null },
      },
    });
  });

  it.each([
    ['its code', 'EUR', 'EUR'],
    ['a code in small letters', 'eur', null],
    ['a name', 'Euro', null],
    ['a number', 978, null],
    ['nothing', null, null],
  ])('may say a currency, and is taken without one where there is %s', (_, said, currency) => {
    expect(read({ ...documented, currency: said })).toMatchObject({ payment: { currency } });
  });

  const without = (field: keyof typeof documented) =>
    Object.fromEntries(Object.entries(offline).filter(([name]) => name !== field));

  const accepted: [what: string, message: string | object, topic?: string][] = [
    ['a short card number', { ...documented, credit_card: '12345' }],
    ['an offline payment without a card', without('credit_card'), 'offline'],
    ['an offline payment whose card is null', { ...offline, credit_card: null }, 'offline'],
    ['an offline payment whose card is empty', { ...offline, credit_card: '' }, 'offline'],
    ['an offline payment with a short card number', { ...offline, credit_card: '12345' }, 'offline'],
    ['no delay, which is undocumented', without('delay'), 'offline'],
    ['fields that nobody knows', { ...documented, till: 7, basket: { lines: [1] }, note: 'señal' }],
    ['an amount written with a point but whole', JSON.stringify(documented).replace('30', '30.0')],
    ['a byte-order mark', `\ufeff${JSON.stringify(documented)}`],
    ['a line end of Windows', `${JSON.stringify(documented)}\r`],
    ['an id in capitals', { ...documented, payment_id: paymentId.toUpperCase() }],
    ['a megabyte', { ...documented, note: 'x'.repeat(1_000_000) }],
    ['the largest amount that can be counted exactly', { ...documented, amount: Number.MAX_SAFE_INTEGER }],
  ];
  it.each(accepted)('is taken with %s', (...[, message, topic]) => {
    expect(codeOf(message, topic)).toBe('valid');
  });

  const refused: [what: string, code: string, message: Buffer | string | object | null, topic?: string][] = [
    ['no value', 'no-value', null],
    ['an empty value', 'no-value', ''],
    ['more than two mebibytes', 'too-large', { ...documented, note: 'x'.repeat(2_100_000) }],
    [
      'bytes that are not UTF-8',
      'not-utf8',
      Buffer.from(JSON.stringify({ ...documented, n: 'señal' }), 'latin1'),
    ],
    ['no JSON', 'not-json', 'till 71 is out of paper'],
    ['JSON that breaks off', 'not-json', JSON.stringify(documented).slice(0, -12)],
    ['single quotes', 'not-json', JSON.stringify(documented).replaceAll('"', "'")],
    ['an array of one', 'not-an-object', [documented]],
    ['a number', 'not-an-object', '42'],
    ['null', 'not-an-object', 'null'],
    ['no payment id', 'payment-id-invalid', without('payment_id'), 'offline'],
    ['a payment id that is no UUID', 'payment-id-invalid', { ...documented, payment_id: '42' }],
    [
      'a payment id with something behind it',
      'payment-id-invalid',
      { ...documented, payment_id: `${paymentId}0` },
    ],
    ['account 0', 'account-invalid', { ...documented, account_id: 0 }],
    ['a negative account', 'account-invalid', { ...documented, account_id: -547 }],
    ['an account in words', 'account-invalid', { ...documented, account_id: 'account 547' }],
    ['an account as text', 'account-invalid', { ...documented, account_id: '547' }],
    ['half an account', 'account-invalid', { ...documented, account_id: 54.7 }],
    ['an account beyond all numbers', 'account-invalid', { ...documented, account_id: 2 ** 31 }],
    ['no type', 'type-unknown', without('payment_type'), 'offline'],
    ['an unknown type', 'type-unknown', { ...documented, payment_type: 'cash' }],
    ['a type in capitals', 'type-unknown', { ...documented, payment_type: 'ONLINE' }],
    ['the type of the other topic', 'type-contradicts-topic', documented, 'offline'],
    ['the other type on this topic', 'type-contradicts-topic', offline, 'online'],
    ['amount 0', 'amount-invalid', { ...documented, amount: 0 }],
    ['a negative amount', 'amount-invalid', { ...documented, amount: -30 }],
    ['a fractional amount', 'amount-invalid', { ...documented, amount: 30.5 }],
    ['an amount as text', 'amount-invalid', { ...documented, amount: '30' }],
    ['no amount', 'amount-invalid', without('amount'), 'offline'],
    ['an amount that cannot be counted exactly', 'amount-invalid', { ...documented, amount: 2 ** 53 }],
    ['a card that is a number', 'card-invalid', { ...documented, credit_card: 4_980_276_372_331_233 }],
    ['a card of more than 100 characters', 'card-invalid', { ...documented, credit_card: '1'.repeat(101) }],
    ['a card with a byte that no database takes', 'card-invalid', { ...documented, credit_card: '49802\0' }],
    ['an online payment without a card', 'card-missing', { ...documented, credit_card: undefined }],
    ['an online payment whose card is null', 'card-missing', { ...documented, credit_card: null }],
    ['an online payment whose card is empty', 'card-missing', { ...documented, credit_card: '' }],
  ];
  it.each(refused)('is rejected for %s: %s', (...[, code, message, topic]) => {
    expect(codeOf(message, topic)).toBe(code);
  });

  it.each(refused)('never repeats a value in the reason: %s', (...[, , message, topic]) => {
    const content = read(message, topic);
    if ('payment' in content) throw new Error('It was not rejected');
    expect(content.refusal.reason).not.toMatch(/49802|12345|1111/);
  });

  const found: [what: string, message: string | object][] = [
    ['whose amount is wrong', { ...documented, amount: -1 }],
    ['that breaks off', JSON.stringify(documented).slice(0, -12)],
    ['in single quotes', JSON.stringify(documented).replaceAll('"', "'")],
    ['in an array', [documented]],
  ];
  it.each(found)('can be found by its payment when it is rejected: one %s', (...[, message]) => {
    expect(read(message)).toMatchObject({ refusal: { paymentId } });
  });

  it('without a payment that can be made out speaks of none', () => {
    expect(read('till 71 is out of paper')).toMatchObject({ refusal: { paymentId: null } });
    expect(read({ ...documented, payment_id: documented.credit_card })).toMatchObject({
      refusal: { paymentId: null },
    });
  });
});
