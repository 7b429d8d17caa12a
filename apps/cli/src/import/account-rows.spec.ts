import { readAccount } from './account-rows';

const columns = ['account_id', 'name', 'email', 'birthdate'];
const row = (values: (string | null)[], names: string[] | null = columns, table = 'accounts') =>
  readAccount({ line: 7, table, columns: names, values });
const sound = {
  accountId: 1,
  name: 'Franklin Graves',
  email: 'natalie65@hotmail.com',
  birthdate: '1997-03-25',
};

describe('A row of accounts', () => {
  it('is taken as it is, with or without the names of its columns', () => {
    const values = ['1', 'Franklin Graves', 'natalie65@hotmail.com', '1997-03-25'];
    const taken = { line: 7, account: { ...sound, lastPaymentDate: null, createdAt: null }, repairs: [] };
    expect(row(values)).toEqual(taken);
    expect(row(values, null)).toEqual(taken);
  });

  it.each([
    [
      'a name with blanks',
      { name: '  Franklin \t Graves ' },
      { name: 'Franklin Graves' },
      'name: blanks put in order',
    ],
    ['a blank name', { name: ' ' }, { name: null }, 'name was blank: none'],
    ['an address with blanks', { email: ' a@b.org ' }, { email: 'a@b.org' }, 'email: blanks removed'],
    ['an address that is none', { email: 'nobody' }, { email: null }, 'email was no address: none'],
    [
      'a date with slashes',
      { birthdate: '1997/3/5' },
      { birthdate: '1997-03-05' },
      'birthdate: written as 1997-03-05',
    ],
    ['a date that is none', { birthdate: '1997-02-30' }, { birthdate: null }, 'birthdate was no date: none'],
  ])('is repaired for %s', (_, given, expected, words) => {
    const { accountId, ...rest } = { ...sound, ...given };
    const read = row([String(accountId), rest.name, rest.email, rest.birthdate]);
    expect(read).toMatchObject({ account: { ...sound, ...expected }, repairs: [words] });
  });

  it('keeps when it last paid, which the original writes without a zone', () => {
    const read = row(
      ['1', '2020-05-01 10:30:00.25', '2020-01-01', 'x'],
      ['account_id', 'last_payment_date', 'created_at', 'shoe_size'],
    );
    expect(read).toMatchObject({
      account: {
        lastPaymentDate: new Date('2020-05-01T10:30:00.250Z'),
        createdAt: new Date('2020-01-01T00:00:00Z'),
      },
      repairs: ['left out, because accounts have none: shoe_size'],
    });
  });

  it.each([['0'], ['-4'], ['1.5'], ['abc'], ['2147483648'], [null], ['DEFAULT']])(
    'without a number by which payments would know it is refused: %p',
    (id) => {
      expect(row([id, 'Franklin Graves', null, null])).toMatchObject({
        key: id,
        refusal: expect.any(String),
      });
    },
  );

  it('of another table, or that cannot be read, is refused', () => {
    expect(row(['1'], ['id'], 'payments')).toMatchObject({ refusal: expect.stringContaining('payments') });
    expect(readAccount({ line: 3, fault: 'It is not UTF-8 text' })).toEqual({
      line: 3,
      key: null,
      refusal: 'It is not UTF-8 text',
    });
  });
});
