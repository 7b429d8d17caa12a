// Says whether a port of this machine is free and, where the system lets us see it, who holds it: "port 3000 is taken" helps
// little without a name.
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);

const CONNECT_WITHIN_MS = 1_000;

export interface PortHolder {
  pid: number;
  command: string;
}

export class PortTaken extends Error {
  constructor(
    readonly port: number,
    readonly what: string,
    readonly holder: PortHolder | undefined,
  ) {
    const by = holder ? ` by process ${holder.pid} (${holder.command})` : '';
    super(`Port ${port}, wanted for ${what}, is taken${by}.`);
    this.name = 'PortTaken';
  }
}

/** Whether a server could listen on this port now. */
export const isPortFree = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Whether something accepts connections on this port now. */
export const isPortAnswering = (port: number, host = '127.0.0.1'): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    const answer = (yes: boolean) => () => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(CONNECT_WITHIN_MS, answer(false));
    socket.once('connect', answer(true));
    socket.once('error', answer(false));
  });

const listeningInodes = async (port: number): Promise<Set<string>> => {
  const LISTEN = '0A';
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1);
    for (const line of lines) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (local?.endsWith(wanted) && state === LISTEN && inode !== undefined) inodes.add(inode);
    }
  }
  return inodes;
};

const holdsOneOf = async (pid: string, inodes: ReadonlySet<string>): Promise<boolean> => {
  const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
  for (const descriptor of descriptors) {
    const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined && inodes.has(inode)) return true;
  }
  return false;
};

const linuxHolder = async (port: number): Promise<PortHolder | undefined> => {
  const inodes = await listeningInodes(port);
  if (inodes.size === 0) return undefined;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    if (!(await holdsOneOf(pid, inodes))) continue;
    const command = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();
    return { pid: Number(pid), command: command || 'unknown' };
  }
  return undefined;
};

const otherHolder = async (port: number): Promise<PortHolder | undefined> => {
  const { stdout } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']);
  const pid = /^p(\d+)$/m.exec(stdout)?.[1];
  return pid === undefined
    ? undefined
    : { pid: Number(pid), command: /^c(.+)$/m.exec(stdout)?.[1] ?? 'unknown' };
};

/** The process that listens on this port; undefined when none does or when we may not see it (another user's). */
export const portHolder = async (port: number): Promise<PortHolder | undefined> => {
  try {
    return process.platform === 'linux' ? await linuxHolder(port) : await otherHolder(port);
  } catch {
    return undefined;
  }
};

/** Throws `PortTaken`, which names the port, what it was wanted for and its holder, unless the port is free. */
export const needPort = async (port: number, what: string, host = '127.0.0.1'): Promise<void> => {
  if (!(await isPortFree(port, host))) throw new PortTaken(port, what, await portHolder(port));
};

/** A port that nobody has now, as the system chooses it. */
export const freePort = (host = '127.0.0.1'): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port.'));
      });
    });
  });
