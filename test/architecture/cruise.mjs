/*
 * Walks the given trees with the rules of this house and prints, as JSON, what each of them breaks. One process for all of them:
 * loading the compiler costs more than walking a small tree. An ES module of its own, because dependency-cruiser is nothing else.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const rules = resolve(import.meta.dirname, '../../.dependency-cruiser.cjs');
const violations = {};

for (const tree of process.argv.slice(2)) {
  process.chdir(tree);
  const options = await extractDepcruiseOptions(rules);
  const folders = ['apps', 'libs', 'test', 'bench', 'chaos'].filter((folder) => existsSync(folder));
  const { output } = await cruise(folders, options, {}, { tsConfig: extractTSConfig('tsconfig.json') });
  violations[tree] = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

process.stdout.write(JSON.stringify(violations));
