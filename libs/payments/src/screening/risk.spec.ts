import * as fc from 'fast-check';
import { readRisk } from './risk';

const answer = (RISKREPQ: unknown, more: object = {}) =>
  JSON.stringify({ Status: 'OK', nmsID: 'n', Ver: '4.2.4', Data: { SEG: [], RISKREPQ }, ...more });

describe('The risk in an answer of the screening service', () => {
  it.each<[string, string, number]>([
    ['is the last field of the first entry', answer(['TQ1;C0;11;20.27;78', 'TQ2;C0;11;20.27;12']), 78],
    ['is 95 at the most', answer(['TQ1;C0;11;20.27;100']), 95],
    ['is 5 at the least', answer(['TQ1;C0;11;20.27;0']), 5],
    ['is no less when it is negative', answer(['TQ1;C0;11;20.27;-3']), 5],
    ['is rounded to a whole number', answer(['TQ1;C0;11;20.27;41.6']), 42],
    ['may have spaces around it', answer(['TQ1;C0;11;20.27; 60 ']), 60],
    ['may be the only field', answer(['60']), 60],
  ])('%s', (_what, text, risk) => {
    expect(readRisk(text)).toEqual({ risk });
  });

  it.each<[string, string, string]>([
    ['the list is empty', answer([]), 'RISKREPQ is empty'],
    ['there is no list', answer(undefined), 'The answer has no RISKREPQ'],
    ['the list is none', answer('TQ1;C0;11;20.27;78'), 'The answer has no RISKREPQ'],
    ['the last field is empty', answer(['TQ1;C0;11;20.27;']), 'RISKREPQ holds no number'],
    ['the last field is a word', answer(['TQ1;C0;11;20.27;high']), 'RISKREPQ holds no number'],
    ['the entry is no text', answer([78]), 'RISKREPQ holds no number'],
    ['the number has no end', answer([`TQ1;${'9'.repeat(400)}`]), 'RISKREPQ holds no number'],
    ['there are no data', answer([], { Data: null }), 'The answer has no RISKREPQ'],
    [
      'the service had a fault',
      answer(['TQ1;78'], { Status: 'ERROR' }),
      'The answer does not say that all is well',
    ],
    ['it is a list', '[]', 'The answer does not say that all is well'],
    ['it is null', 'null', 'The answer does not say that all is well'],
    ['it was cut', '{"Status":"OK","Da', 'The answer is not JSON'],
    ['there is nothing', '', 'The answer is not JSON'],
  ])('cannot be read when %s', (_what, text, fault) => {
    expect(readRisk(text)).toEqual({ fault });
  });

  it('is a whole number from 5 to 95, or is none with a reason, whatever the answer is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.anything().map(answer)), (text) => {
        const reading = readRisk(text);
        if ('fault' in reading) expect(reading.fault).not.toBe('');
        else expect(Number.isInteger(reading.risk) && reading.risk >= 5 && reading.risk <= 95).toBe(true);
      }),
    );
  });
});
