import {
  firstStatuses,
  recordStatuses,
  recordTransitions,
  statusAfter,
  type RecordVerb,
} from './record-status';

const verbs = Object.keys(recordTransitions) as RecordVerb[];

describe('The life of a transfer record', () => {
  it('goes from new over taken and screened to written-back', () => {
    expect(statusAfter('take', 'new')).toBe('taken');
    expect(statusAfter('screen', 'taken')).toBe('screened');
    expect(statusAfter('writeBack', 'screened')).toBe('written-back');
  });

  it.each([
    ['written-back', ['takeAgain']],
    ['failed', ['takeAgain']],
    ['too-old', ['takeAgain', 'renew']],
    ['elsewhere', ['takeAgain', 'renew']],
  ] as const)('ends at %s, but for an operator, or its owner where we did nothing', (status, leading) => {
    expect(verbs.filter((verb) => statusAfter(verb, status) !== undefined)).toEqual(leading);
  });

  it('is never written back without having been screened', () => {
    for (const status of recordStatuses.filter((one) => one !== 'screened'))
      expect(statusAfter('writeBack', status)).toBeUndefined();
  });

  it('leads to every status', () => {
    const reached = new Set([...firstStatuses, ...verbs.map((verb) => recordTransitions[verb].to)]);
    expect([...reached].sort()).toEqual([...recordStatuses].sort());
  });
});
