import * as fc from 'fast-check';
import { TransferTree } from './transfer-tree';

/** All of it, as JSON. */
const whole = (tree: TransferTree, branches: readonly string[]) =>
  Object.fromEntries(
    branches.flatMap((branch) => (tree.at(branch) === undefined ? [] : [[branch, tree.at(branch)]])),
  );

describe('What a stream of transfers has told', () => {
  it('is put and patched as its documentation says', () => {
    const tree = new TransferTree();
    expect(tree.put('/', { a: 1, b: 2 })).toEqual(['a', 'b']);
    expect(tree.put('/c', { foo: true, bar: false })).toEqual(['c']);
    expect(tree.patch('/c', { foo: 3, baz: 4 })).toEqual(['c']);
    expect(whole(tree, ['a', 'b', 'c'])).toEqual({ a: 1, b: 2, c: { foo: 3, bar: false, baz: 4 } });
  });

  it('is patched by keys that hold slashes', () => {
    const tree = new TransferTree();
    tree.put('/', { a: { x: { y: 1 } }, b: { x: 1 } });
    expect(tree.patch('/', { 'a/x/z': 2, 'b/x': null, 'c/d': 3 })).toEqual(['a', 'c']);
    expect(whole(tree, ['a', 'b', 'c'])).toEqual({ a: { x: { y: 1, z: 2 } }, c: { d: 3 } });
  });

  it('is empty when null is put at its root, and lacks what null is put at', () => {
    const tree = new TransferTree();
    tree.put('/', { a: { b: 1 }, c: null });
    expect(tree.size).toBe(1);
    expect(tree.put('/a/b', null)).toEqual([]);
    expect(tree.at('a')).toBeUndefined();
    tree.put('/', { a: 1 });
    expect(tree.put('/', null)).toEqual([]);
    expect(tree.size).toBe(0);
  });

  it('is not led astray by a name that means something to the language', () => {
    const tree = new TransferTree();
    tree.put('/a', { b: 1 });
    tree.put('/a/__proto__/polluted', true);
    tree.put('/__proto__', { polluted: true });
    tree.patch('/a', JSON.parse('{"__proto__":{"polluted":true},"constructor/prototype/polluted":true}'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.parse(JSON.stringify(tree.at('a')))).toMatchObject({ b: 1 });
  });

  it('is the same whether a change comes whole or leaf by leaf', () => {
    const names = fc.constantFrom('a', 'b', 'c');
    const leaves = fc.array(fc.tuple(names, names, fc.option(fc.integer(), { nil: null })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(leaves, (changes) => {
        const [patched, put] = [new TransferTree(), new TransferTree()];
        for (const [branch, name, value] of changes) {
          patched.patch('/', { [`${branch}/${name}`]: value });
          put.put(`/${branch}/${name}`, value);
        }
        expect(whole(patched, ['a', 'b', 'c'])).toEqual(whole(put, ['a', 'b', 'c']));
      }),
    );
  });
});
