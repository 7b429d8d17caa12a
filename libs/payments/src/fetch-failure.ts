/** Says why `fetch` brought no answer: it wraps what went wrong below it. */

const charactersMax = 200;

/** The code of what went wrong, else its message; `TimeoutError` when a time limit was up. */
export function fetchFailure(error: unknown): string {
  if (field(error, 'name') === 'TimeoutError') return 'TimeoutError';
  const cause = field(error, 'cause') ?? error;
  const words = text(field(cause, 'code')) ?? text(field(cause, 'message')) ?? String(error);
  return words.slice(0, charactersMax);
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
