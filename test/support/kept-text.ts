/** A text that is the same in all files of a run and takes longer to make than many a test: the first file that asks for it makes it. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'PLAZA_TEST_KEPT_TEXTS';

/** In the run's global set-up, from which every test file inherits it. */
export function keepTexts(): void {
  process.env[variable] ??= mkdtempSync(join(tmpdir(), 'plaza-test-texts-'));
}

/** After the run. */
export function forgetTexts(): void {
  const folder = process.env[variable];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}

/** @param make is tried again by the next one who asks when it throws or makes nothing */
export async function keptText(
  name: string,
  make: () => Promise<string | undefined>,
): Promise<string | undefined> {
  const folder = process.env[variable];
  if (folder === undefined) return make();
  const file = join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const text = await make();
  if (text === undefined) return undefined;
  // Another process may be making the same, and a third one read it at this moment.
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return text;
}
