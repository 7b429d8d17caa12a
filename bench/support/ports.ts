/** Ports for what a benchmark starts: of a range of their own, so that a benchmark disturbs nothing that already runs here. */
import { isPortFree } from '@plaza/engines';

const portFirst = 19_700;
const portsMax = 100;
const given = new Set<number>();

/** A port that nothing listens on and that this run has not given out yet. */
export async function freePort(): Promise<number> {
  for (let port = portFirst; port < portFirst + portsMax; port += 1) {
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port from ${portFirst} to ${portFirst + portsMax - 1}`);
}
