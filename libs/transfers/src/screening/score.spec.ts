import { scoreOf } from './score';

const answer = (...RISKREPQ: unknown[]) => ({
  Status: 'OK',
  nmsID: '93fa9ee7-c247-4329-ab84-8d11c763086e',
  Ver: '4.2.4',
  Data: { SEG: ['GlobalSeg#;…'], RISKREPQ },
});

describe('The score of an answer', () => {
  it.each([
    ['TQ1;C0;11;20.27;100', 5],
    ['TQ1;C0;11;20.27;78', 22],
    ['TQ1;C0;11;20.27;0', 95],
    ['TQ1;C0;11;20.27;-3', 95],
    ['TQ1;C0;11;20.27;5', 95],
    ['TQ1;C0;11;20.27;50.4', 50],
    ['77', 23],
  ])('of %j is %i', (entry, score) => {
    expect(scoreOf(answer(entry))).toBe(score);
  });

  it('is that of the first entry', () => {
    expect(scoreOf(answer('TQ1;C0;11;20.27;78', 'TQ2;C0;11;20.27;10'))).toBe(22);
  });

  it.each([[answer()], [answer('')], [answer('TQ1;C0;high')], [answer(5)], [answer(null)]])(
    'is none in %j',
    (whole) => {
      expect(scoreOf(whole)).toBeNull();
    },
  );

  it.each([
    null,
    'OK',
    [],
    {},
    { ...answer('1;2'), Status: 'ERROR' },
    { Status: 'OK' },
    { Status: 'OK', Data: null },
  ])('is not in %j, which is no answer', (whole) => {
    expect(scoreOf(whole)).toBeUndefined();
  });
});
