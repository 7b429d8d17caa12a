import * as fc from 'fast-check';
import { Circuit } from './circuit';

const limits = { failuresMax: 5, probesMax: 2, firstPauseMs: 1_000, pauseMsMax: 4_000 };
const at = (ms: number) => new Date(Date.UTC(2026, 10, 20) + ms);

function failing(times: number, now = at(0), circuit = new Circuit(limits)): Circuit {
  for (let time = 0; time < times; time += 1) circuit.failed(now);
  return circuit;
}

describe('What gives no answer', () => {
  it('is called as long as an answer comes between', () => {
    const circuit = failing(limits.failuresMax - 1);
    circuit.answered();
    failing(limits.failuresMax - 1, at(0), circuit);
    expect(circuit.stateAt(at(0))).toBe('closed');
  });

  it('is left alone after so many times in a row, and then tried', () => {
    const circuit = failing(limits.failuresMax);
    expect(circuit.stateAt(at(0))).toBe('paused');
    expect(circuit.stateAt(at(999))).toBe('paused');
    expect(circuit.stateAt(at(1_000))).toBe('probing');
  });

  it('is left alone twice as long each time that all who tried it failed, up to a limit', () => {
    const circuit = failing(limits.failuresMax);
    let now = 1_000;
    const pauses: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      expect(circuit.failed(at(now))).toBeUndefined();
      const pauseMs = circuit.failed(at(now)) ?? 0;
      pauses.push(pauseMs);
      now += pauseMs;
    }
    expect(pauses).toEqual([2_000, 4_000, 4_000, 4_000]);
  });

  it('is not left alone longer because of calls that began before', () => {
    const circuit = failing(limits.failuresMax);
    failing(50, at(500), circuit);
    expect(circuit.stateAt(at(1_000))).toBe('probing');
  });

  it('is called again after one answer, and the next pause is short again', () => {
    const circuit = failing(limits.failuresMax);
    failing(limits.probesMax, at(1_000), circuit);
    expect(circuit.answered()).toBe(true);
    expect(circuit.answered()).toBe(false);
    expect(circuit.stateAt(at(1_000))).toBe('closed');
    failing(limits.failuresMax, at(2_000), circuit);
    expect(circuit.stateAt(at(3_000))).toBe('probing');
  });

  it('is never left alone for longer than the limit, and never while it answers', () => {
    const step = fc.record({ passedMs: fc.nat(3_000), isAnswered: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const circuit = new Circuit(limits);
        let now = 0;
        for (const { passedMs, isAnswered } of steps) {
          now += passedMs;
          if (isAnswered) circuit.answered();
          else circuit.failed(at(now));
          if (isAnswered) expect(circuit.stateAt(at(now))).toBe('closed');
          expect(circuit.stateAt(at(now + limits.pauseMsMax))).not.toBe('paused');
        }
      }),
    );
  });
});
