/** Where benchmarks keep their files: below Plaza's data folder, in `bench`. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(process.env['PLAZA_DATA_DIR'] ?? '.plaza', 'bench');

/** The folder of benchmarks or one below it, made when it is missing. */
export function filesFolder(...below: string[]): string {
  const path = join(folder, ...below);
  mkdirSync(path, { recursive: true });
  return path;
}
