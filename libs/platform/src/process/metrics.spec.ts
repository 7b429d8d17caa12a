/** What one question answers is told by all its gauges in the same measurement. */
import { Metrics } from './metrics';

describe('Gauges of one answer', () => {
  it('tell it in the same measurement, asked once, and what they told before while there is none', async () => {
    const metrics = new Metrics('test');
    let asked = 0;
    let isAway = false;
    metrics
      .toldFrom(async () => {
        asked += 1;
        await Promise.resolve();
        if (isAway) throw new Error('Away');
        return asked;
      })
      .add({ name: 'plaza_first', help: 'One' }, (gauge, answer) => {
        gauge.set(answer);
      })
      .add({ name: 'plaza_second', help: 'Another', labelNames: ['what'] }, (gauge, answer) => {
        gauge.set({ what: 'it' }, answer * 10);
      });
    const told = async () => {
      const text = await metrics.registry.metrics();
      return [...text.matchAll(/^plaza_(?:first|second)\S* (\d+)$/gm)].map(([, value]) => Number(value));
    };
    expect(await told()).toEqual([1, 10]);
    expect(await told()).toEqual([2, 20]);
    isAway = true;
    expect(await told()).toEqual([2, 20]);
    expect(asked).toBe(3);
  });
});
