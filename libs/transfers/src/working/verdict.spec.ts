import { verdictOf } from './verdict';

const scored = (number: number, score: number | null) => ({ number, score });
const unknown = { outcome: 'unknown' as const, detail: 'It answered 503' };
const refused = { outcome: 'refused' as const, detail: 'It answered 404' };

describe('The verdict about a record', () => {
  it.each([
    ['one stream', [scored(1, 22)], [], { kind: 'result', result: '22' }],
    ['several, in their order', [scored(2, 22), scored(1, 95)], [], { kind: 'result', result: '95|22' }],
    ['one without an answer', [scored(1, 22)], [unknown], { kind: 'later', detail: 'It answered 503' }],
    [
      'one that is refused',
      [],
      [unknown, refused],
      { kind: 'failed', reason: { code: 'screening-refused' } },
    ],
    [
      'one without a risk',
      [scored(1, 22), scored(2, null)],
      [],
      { kind: 'failed', reason: { code: 'no-score' } },
    ],
    ['one without a risk and one without an answer', [scored(1, null)], [unknown], { kind: 'later' }],
  ])('of %s', (_what, answers, without, verdict) => {
    expect(verdictOf(answers, without)).toMatchObject(verdict);
  });
});
