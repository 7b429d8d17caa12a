/**
 * What `deploy/aws/README.md` says a size costs is what its table and the prices make; more users cost more, and each of them
 * less.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { costsOf, costTable } from '../../deploy/aws/costs';
import { sizeNames, sizes } from '../../deploy/aws/sizes';

const readme = readFileSync(resolve(__dirname, '../../deploy/aws/README.md'), 'utf8');
const cells = (table: string): string[] =>
  table.split('\n').flatMap((line) => line.split('|').map((cell) => cell.trim().replaceAll(/-{2,}/g, '-')));

describe('What Plaza costs on AWS', () => {
  it('stands in the README as it is reckoned', () => {
    const [, table = ''] = readme.split('print-costs -->\n\n');
    expect(cells(table.trimEnd())).toEqual(cells(costTable()));
  });

  it('grows with the size, and falls for each user', () => {
    const months = sizeNames.map((name) =>
      costsOf(sizes[name]).reduce((total, { dollars }) => total + dollars, 0),
    );
    const perUser = months.map((dollars, index) => dollars / sizes[sizeNames[index] ?? 'small'].usersPerDay);
    expect(months).toEqual(months.toSorted((one, other) => one - other));
    expect(perUser).toEqual(perUser.toSorted((one, other) => other - one));
  });
});
