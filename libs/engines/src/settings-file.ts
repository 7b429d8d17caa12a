// Writes down where Plaza's engines are and with which keys to use them, so that a process which is started beside them, or a
// command on the terminal, works on the same Plaza. It holds secrets: only its owner may read it.
import { rename, writeFile } from 'node:fs/promises';

/** In the form that both Node and a shell read; line breaks are written as \n. */
export async function writeSettings(file: string, settings: Record<string, string>): Promise<void> {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name}="${value.trimEnd().replaceAll('\n', '\\n')}"\n`,
  );
  await writeFile(`${file}.new`, lines.join(''), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
