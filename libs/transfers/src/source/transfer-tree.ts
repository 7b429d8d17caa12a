/**
 * What a stream of transfers has told so far, kept up to date frame by frame. Every change says which branches it touched, so that only
 * those have to be looked at.
 */

const depthMax = 32;

export class TransferTree {
  private branches = new Map<string, unknown>();

  get size(): number {
    return this.branches.size;
  }

  /** What a branch holds; undefined when there is none. */
  at(branch: string): unknown {
    return this.branches.get(branch);
  }

  /** Replaces all at the path. @returns the branches that are touched and still there */
  put(path: string, data: unknown): string[] {
    const [branch, ...below] = partsOf(path);
    if (branch === undefined) return this.replaceAll(data);
    const value = replaced(this.branches.get(branch), below, data);
    if (value === undefined) {
      this.branches.delete(branch);
      return [];
    }
    this.branches.set(branch, value);
    return [branch];
  }

  /** Replaces what each key leads to from the path, and leaves the rest. @returns the branches that are touched and still there */
  patch(path: string, data: unknown): string[] {
    if (!isObject(data)) return [];
    const touched = Object.entries(data).flatMap(([key, value]) => this.put(`${path}/${key}`, value));
    return [...new Set(touched)].filter((branch) => this.branches.has(branch));
  }

  private replaceAll(data: unknown): string[] {
    const entries = isObject(data) ? Object.entries(data) : [];
    this.branches = new Map(entries.filter(([, value]) => value !== null));
    return [...this.branches.keys()];
  }
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

/** Null deletes, and a branch without anything in it is not there. Nothing is changed in place: others may hold it. */
function replaced(node: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value ?? undefined;
  if (path.length > depthMax) return node;
  const { [name]: before, ...others } = isObject(node) ? node : {};
  const after = replaced(before, rest, value);
  // A computed name is a property like any other, whatever it is called.
  const all = after === undefined ? others : { ...others, [name]: after };
  return Object.keys(all).length === 0 ? undefined : all;
}

/** A list is an object whose names are numbers, here as there. */
function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
