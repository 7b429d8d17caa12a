/** Folders and ports for servers of these tests alone; whatever was started in them ends with the file. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const endings: (() => Promise<void> | void)[] = [];

afterAll(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Has something stopped or removed after the last test of the file, in reverse order. */
export function afterwards(end: () => Promise<void> | void): void {
  endings.push(end);
}

/** A new folder that every user may enter, unless `mode` says otherwise. */
export function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'plaza-engines-'));
  chmodSync(folder, mode);
  afterwards(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

export function newPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('This machine gave no free port'));
      });
    });
  });
}
