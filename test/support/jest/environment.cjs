/*
 * Where a test file runs, and what it must not leave behind: a server, a connection, a child or a timer that still runs after it
 * would keep a process from ending, and is a fault of that file. Jest itself only notices at the end of a run, without a name, and takes
 * a busy machine for a leak.
 */
const { setTimeout: after } = require('node:timers/promises');
const { TestEnvironment } = require('jest-environment-node');
require('./compiled-once.cjs');

/** What was closed a moment ago may take this long to be gone, on a machine that is busy. */
const goneWithinMs = 10_000;
const lookEveryMs = 10;

/** How many there are of what keeps this process alive, by kind. */
function whatRuns() {
  const counts = new Map();
  for (const kind of process.getActiveResourcesInfo()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** What runs now and did not before, as "2 TCPSocketWrap". */
function leftSince(before) {
  return [...whatRuns()].flatMap(([kind, count]) => {
    const more = count - (before.get(kind) ?? 0);
    return more > 0 ? [`${more} ${kind}`] : [];
  });
}

async function leftAfterAWhile(before) {
  const giveUpAt = performance.now() + goneWithinMs;
  for (;;) {
    // The wait itself is a timer, which is over when this looks.
    const left = leftSince(before);
    if (left.length === 0 || performance.now() > giveUpAt) return left;
    await after(lookEveryMs);
  }
}

module.exports = class CleanEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.before = whatRuns();
  }

  /** Told beside what the tests of the file say: one that failed half-way is often why something is left. */
  async handleTestEvent({ name }, state) {
    if (name !== 'run_finish') return;
    const left = await leftAfterAWhile(this.before);
    if (left.length > 0) {
      state.unhandledErrors.push(new Error(`The file left something running: ${left.join(', ')}`));
    }
  }
};
