import { checkLines, holdLinesMax, holdQuantityMax, type HoldLine } from './hold';

const pointersOf = (lines: HoldLine[]) => {
  try {
    checkLines(lines, '/items');
    return [];
  } catch (error) {
    const { details } = error as { details: { errors: { pointer: string }[] } };
    return details.errors.map(({ pointer }) => pointer);
  }
};

describe('The lines of a hold', () => {
  it('are one to a hundred, with one to a thousand pieces each', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ productId: `p${at}`, quantity: 1 }));
    expect(pointersOf(many(holdLinesMax))).toEqual([]);
    expect(pointersOf(many(holdLinesMax + 1))).toEqual(['/items']);
    expect(pointersOf([])).toEqual(['/items']);
    expect(pointersOf([{ productId: 'a', quantity: holdQuantityMax }])).toEqual([]);
  });

  it.each([0, -1, 1.5, holdQuantityMax + 1, NaN])('refuse %p pieces', (quantity) => {
    expect(pointersOf([{ productId: 'a', quantity }])).toEqual(['/items/0/quantity']);
  });

  it('name every product once', () => {
    const line = { productId: 'a', quantity: 1 };
    expect(pointersOf([line, { productId: 'b', quantity: 1 }, line])).toEqual(['/items/2/productId']);
  });
});
