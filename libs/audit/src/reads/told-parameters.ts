/** The parameters of a statement as the log may have them: what could be a secret or a card is masked, what is long is cut. */

const mask = '[masked]';
const charactersMax = 200;
const membersMax = 20;
/** Nothing but 12 to 19 digits, however they are grouped. */
const cardLike = /^\s*(?:\d[ -]?){12,19}$/;

export function toldParameters(parameters: readonly unknown[], hidden: boolean): string {
  return JSON.stringify(parameters.map((parameter) => (hidden ? mask : told(parameter))));
}

function told(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return toldMembers(value);
  if (value instanceof Date) return value;
  switch (typeof value) {
    case 'string':
      return toldText(value);
    case 'number':
    case 'boolean':
      return cardLike.test(String(value)) ? mask : value;
    case 'bigint':
      return toldText(String(value));
    default:
      // Bytes are digests or sealed; whatever else is not plain is not needed to know what was looked for.
      return mask;
  }
}

function toldMembers(values: readonly unknown[]): unknown[] {
  const first = values.slice(0, membersMax).map(told);
  return values.length > membersMax ? [...first, `… ${values.length} in all`] : first;
}

function toldText(text: string): string {
  if (cardLike.test(text)) return mask;
  return text.length > charactersMax ? `${text.slice(0, charactersMax)}…` : text;
}
