/** The walls between libs and apps stand, and every rule that guards them is seen to fail on a tree that breaks it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { breaking, sound, type Tree } from './boundaries.fixtures';

interface Violation {
  rule: string;
  from: string;
  to: string;
}

const root = resolve(__dirname, '../..');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plaza-boundaries-')));
const broken = Object.entries(breaking).flatMap(([rule, trees]) =>
  trees.map((tree, index) => ({
    rule,
    number: index + 1,
    path: join(folder, `${rule}-${String(index + 1)}`),
    tree,
  })),
);
const allowed = sound.map((tree, index) => ({ path: join(folder, `sound-${String(index + 1)}`), tree }));
let violations: Record<string, Violation[]>;

beforeAll(async () => {
  for (const { path, tree } of [...broken, ...allowed]) plant(path, tree);
  const trees = [root, ...broken.map(({ path }) => path), ...allowed.map(({ path }) => path)];
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'cruise.mjs'), ...trees]);
  violations = JSON.parse(stdout) as Record<string, Violation[]>;
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true }));

/** The packages and aliases that a tree may use are those of Plaza's own configuration, in small. */
function plant(path: string, tree: Tree): void {
  const configuration = {
    'package.json': JSON.stringify({
      dependencies: { '@nestjs/common': '1.0.0' },
      devDependencies: { 'fast-check': '1.0.0' },
    }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'preserve',
        moduleResolution: 'bundler',
        paths: { '@plaza/*': ['./libs/*/src/index.ts'], '#test/*': ['./test/support/*'] },
      },
    }),
  };
  for (const [name, content] of Object.entries({ ...configuration, ...tree })) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function configuredRules(): string[] {
  const configuration = createRequire(__filename)(join(root, '.dependency-cruiser.cjs')) as {
    forbidden: { name: string }[];
  };
  return configuration.forbidden.map(({ name }) => name);
}

describe('The walls', () => {
  it('stand in Plaza itself', () => {
    expect(violations[root]).toEqual([]);
  });

  it('have a tree that breaks each of them', () => {
    expect(Object.keys(breaking).sort()).toEqual(configuredRules().sort());
  });

  it.each(broken)('$rule reports tree $number, and no other rule does', ({ rule, path }) => {
    const reported = new Set(violations[path]?.map((violation) => violation.rule));
    expect([...reported]).toEqual([rule]);
  });

  it.each(allowed)('leave room for what is meant to be possible', ({ path }) => {
    expect(violations[path]).toEqual([]);
  });
});
