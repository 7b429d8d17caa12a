/** Turns passwords into what can be stored, and compares; expensive on purpose. */
export abstract class PasswordHashing {
  /** @throws PlazaError `identity.busy` when too many are under way */
  abstract hash(password: string): Promise<string>;

  /**
   * Takes as long for somebody without a password (or somebody who does not exist: `null`) as for anybody else.
   * @throws PlazaError `identity.busy` when too many are under way
   */
  abstract matches(hash: string | null, password: string): Promise<boolean>;
}
