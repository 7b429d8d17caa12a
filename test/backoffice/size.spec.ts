/** What the browser has to fetch before the home screen can be seen: sign-in, layout and home, in English, compressed. */
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const firstViewBytesMax = 300_000;
const built = resolve(__dirname, '../../dist.backoffice');

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}

const manifest = JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as Record<string, Chunk>;

function chunksOf(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const each of manifest[name]?.imports ?? []) chunksOf(each, seen);
  return seen;
}

function sizeOf(chunk: string): number {
  const file = join(built, manifest[chunk]?.file ?? '');
  const compressed = statSync(`${file}.gz`, { throwIfNoEntry: false }) ?? statSync(file);
  return compressed.size;
}

describe('The first view of the back office', () => {
  const views = ['index.html', 'src/home/home.tsx', 'src/words/en/index.ts'];
  const first = [...new Set(views.flatMap((view) => [...chunksOf(view)]))];

  it('is fetched in less than 300 kB', () => {
    expect(views.filter((view) => manifest[view] === undefined)).toEqual([]);
    const bytes = first.map(sizeOf).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(firstViewBytesMax);
  });

  it('brings no screen along that is not looked at', () => {
    const screens = Object.keys(manifest).filter((name) =>
      /^src\/(?!home|words|look)[^/]+\/.+\.tsx$/.test(name),
    );
    expect(screens.length).toBeGreaterThan(5);
    expect(first.filter((chunk) => screens.includes(chunk))).toEqual([]);
  });
});
