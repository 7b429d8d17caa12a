/** Whatever is said in one language is said in the other, and means the same values. */
import { words as english } from '../../apps/backoffice/src/words/en';
import { words as spanish } from '../../apps/backoffice/src/words/es';

interface Tree {
  [key: string]: string | Tree;
}

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : leaves(value, `${prefix}${key}.`),
  );
}

const valuesIn = (text: string) => [...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('The words of the back office', () => {
  const [en, es] = [leaves(english), leaves(spanish)];

  it('are the same keys in English and Spanish', () => {
    expect(es.map(([key]) => key).sort()).toEqual(en.map(([key]) => key).sort());
  });

  it('take the same values in English and Spanish, and are never empty', () => {
    const other = new Map(es);
    for (const [key, text] of en) {
      expect(text).not.toBe('');
      expect([key, valuesIn(other.get(key) ?? '')]).toEqual([key, valuesIn(text)]);
    }
  });
});
