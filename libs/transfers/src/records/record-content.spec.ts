import { readRecord } from './record-content';

const plain = {
  date: '2018/02/18 - 20:56:42',
  date_final: '',
  key_empresa: '-KempresaKempresaKem1',
  key_encuesta: '-KencuestaKencuestaK1',
  key_persona: '-KpersonaKpersonaKpe1',
  key_usuario: '-KusuarioKusuarioKus1',
  processed: false,
  resultado: '',
  status: 'resultado',
  visto: false,
};
const branch = '-L5aBcDeFgHiJkLmNoPq';

describe('A transfer record', () => {
  it('is read as it is documented', () => {
    expect(readRecord(branch, plain, 'UTC')).toEqual({
      key: branch,
      branch,
      content: plain,
      processed: false,
      companyKey: plain.key_empresa,
      datedAt: new Date('2018-02-18T20:56:42Z'),
    });
  });

  it.each([
    ['a key field replaces the name of its branch', { key: '-L5other' }, { key: '-L5other', branch }],
    ['an empty key field does not', { key: '' }, { key: branch }],
    ['nor does one that is no text', { key: 5 }, { key: branch }],
    ['a number is a date in seconds', { date: 1_518_987_402 }, { datedAt: new Date('2018-02-18T20:56:42Z') }],
    ['a date that is none is no reason to leave it', { date: 'soon' }, { datedAt: null }],
    ['processed may be a number', { processed: 1 }, { processed: true }],
    ['processed may be missing', { processed: undefined }, { processed: false }],
    ['a company that is no text is none', { key_empresa: { a: 1 } }, { companyKey: null }],
  ])('is read loosely: %s', (_what, odd, expected) => {
    expect(readRecord(branch, { ...plain, ...odd }, 'UTC')).toMatchObject(expected);
  });

  it('without a date has that of its beginning', () => {
    const { date, ...rest } = plain;
    expect(readRecord(branch, { ...rest, date_inicio: date }, 'UTC')).toMatchObject({
      datedAt: new Date('2018-02-18T20:56:42Z'),
    });
  });

  it.each([
    ['text', 'no-object'],
    [5, 'no-object'],
    [[plain], 'no-object'],
    [{}, 'no-transfer'],
    [{ foo: 1 }, 'no-transfer'],
    [{ ...plain, padding: 'x'.repeat(300_000) }, 'too-large'],
  ])('that cannot be one is rejected (%#)', (value, reasonCode) => {
    expect(readRecord(branch, value, 'UTC')).toMatchObject({ branch, reasonCode });
  });

  it.each(['a/b', 'a.b', 'a#', '\u0000', 'x'.repeat(129), ''])('under the key %j is rejected', (key) => {
    expect(readRecord(key, plain, 'UTC')).toMatchObject({ reasonCode: 'key-unusable' });
  });
});
