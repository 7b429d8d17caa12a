/** Puts together the conditions of a list that was asked with filters, each with its parameters. */

export class Conditions {
  readonly parameters: unknown[];
  private readonly conditions: string[] = [];

  /** @param parameters those that the statement has besides, from `$1` on */
  constructor(...parameters: unknown[]) {
    this.parameters = parameters;
  }

  /** Adds a condition unless its value was not given; each `?` in it stands for the value of its place. */
  add(condition: string, ...values: unknown[]): this {
    if (values.includes(undefined)) return this;
    const rest = [...values];
    this.conditions.push(condition.replaceAll('?', () => `$${this.parameters.push(rest.shift())}`));
    return this;
  }

  /** Adds that a column has a value, or that it has none, unless neither is asked for; in words that a partial index has. */
  addIsSet(column: string, isSet: boolean | undefined): this {
    return isSet === undefined ? this : this.add(`${column} IS ${isSet ? 'NOT ' : ''}NULL`);
  }

  get where(): string {
    return this.conditions.length === 0 ? '' : `WHERE ${this.conditions.join(' AND ')}`;
  }
}
