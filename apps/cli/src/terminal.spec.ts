import { stripVTControlCharacters } from 'node:util';
import { heightOf, table } from './terminal';

const partitions = [
  { topic: 'offline', partition: 0, received: 1052, stored: 2 },
  { topic: 'online', partition: 0, received: 7, stored: 7 },
];

/** On a terminal of that width, whether it shows colours or not. */
function shown(rows: typeof partitions, room: number): string {
  return stripVTControlCharacters(table(rows, undefined, room));
}

describe('A table', () => {
  it('has columns as wide as their widest cell, numbers to the right', () => {
    expect(shown(partitions, 80)).toBe(
      [
        'topic    partition  received  stored',
        'offline          0      1052       2',
        'online           0         7       7',
      ].join('\n'),
    );
  });

  it('stands turned where it is too wide for the terminal', () => {
    expect(shown(partitions, 30)).toBe(
      [
        'topic      offline  online',
        'partition        0       0',
        'received      1052       7',
        'stored           2       7',
      ].join('\n'),
    );
  });

  it('stays as it is where turning does not help, and says when there is nothing', () => {
    expect(shown(partitions, 20)).toBe(shown(partitions, 80));
    expect(shown([], 80)).toBe('(none)');
  });
});

describe('The height of a text', () => {
  it('counts lines that the terminal breaks, and no colours', () => {
    expect(heightOf('four\n\n\u001b[1mfour\u001b[22m', 4)).toBe(3);
    expect(heightOf('nine long', 4)).toBe(3);
  });
});
