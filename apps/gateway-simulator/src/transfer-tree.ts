/*
 * What a real-time database keeps: a tree of JSON in which null means that nothing is there.
 */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export class TransferTree {
  value: Json = null;

  at(path: readonly string[]): Json {
    return path.reduce<Json>(
      (node, name) => (isBranch(node) && Object.hasOwn(node, name) ? (node[name] ?? null) : null),
      this.value,
    );
  }

  put(path: readonly string[], value: Json): void {
    this.value = replaced(this.value, path, pruned(value));
  }

  /** Replaces what each key leads to and leaves the rest; a key may be a path. */
  patch(path: readonly string[], values: Record<string, Json>): void {
    for (const [key, value] of Object.entries(values)) this.put([...path, ...key.split('/')], value);
  }
}

function isBranch(node: Json): node is Record<string, Json> {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function replaced(node: Json, [name, ...rest]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const branch = isBranch(node) ? node : {};
  const below = replaced(Object.hasOwn(branch, name) ? (branch[name] ?? null) : null, rest, value);
  return pruned({ ...branch, [name]: below });
}

/** Without what is null, and null itself when nothing is left. */
function pruned(node: Json): Json {
  if (!isBranch(node)) return node;
  const kept = Object.entries(node).flatMap(([name, below]) => {
    const value = pruned(below);
    return value === null ? [] : [[name, value] as const];
  });
  return kept.length === 0 ? null : Object.fromEntries(kept);
}
