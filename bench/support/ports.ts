/** Ports for what a benchmark starts: of a range of their own, so that a benchmark disturbs nothing that already runs here. */
import { isPortFree } from '@plaza/engines';

const portFirst = 19_700;
const portsMax = 200;
/** More than any run takes. */
const portsOfARun = 20;
const given = new Set<number>();

/** A port that nothing listens on and that this run has not given out yet. */
export async function freePort(): Promise<number> {
  for (let at = 0; at < portsMax; at += 1) {
    // Two runs that begin at the same time look in different places.
    const port = portFirst + ((process.pid * portsOfARun + at) % portsMax);
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port from ${portFirst} to ${portFirst + portsMax - 1}`);
}
