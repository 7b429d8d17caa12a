// Says whether an engine can be had on this machine, and if not, why: whoever wanted it then goes on without it by name, or ends
// with words that help.

export type Availability = { available: true } | { available: false; reason: string };

/** An engine's programs are neither here nor to be fetched; the message is the reason. */
export class EngineUnavailable extends Error {
  constructor(
    readonly engine: string,
    readonly reason: string,
  ) {
    super(`${engine} cannot be had on this machine: ${reason}`);
    this.name = 'EngineUnavailable';
  }
}
