/** A sale as it is put together at the counter, before anything is sent. */
import * as fc from 'fast-check';
import {
  atBranch,
  linesMax,
  newSale,
  piecesOf,
  quantityMax,
  refusedFor,
  totalOf,
  withMore,
  without,
  withQuantity,
  type Sale,
  type SaleLine,
} from '../../apps/backoffice/src/counter/sale';

const line = (productId: string, quantity: number, unitPrice = 100): SaleLine => ({
  ...{ productId, sku: productId.toUpperCase(), name: productId, unitPrice, currency: 'EUR' },
  ...{ quantity, available: 10 },
});
const lines = fc.array(
  fc.record({
    productId: fc.constantFrom('lamp', 'shade', 'bulb'),
    quantity: fc.integer({ min: 1, max: 50 }),
    unitPrice: fc.integer({ min: 0, max: 10_000 }),
  }),
  { maxLength: 12 },
);
const put = (added: readonly SaleLine[]): Sale => added.reduce(withMore, newSale('north'));

describe('A sale at the counter, as it is put together', () => {
  it('has every product once, and as many pieces as were added', () => {
    fc.assert(
      fc.property(lines, (added) => {
        const sale = put(added.map(({ productId, quantity }) => line(productId, quantity)));
        expect(new Set(sale.lines.map(({ productId }) => productId)).size).toBe(sale.lines.length);
        expect(piecesOf(sale)).toBe(added.reduce((sum, { quantity }) => sum + quantity, 0));
        expect(totalOf(sale).total).toBe(100 * piecesOf(sale));
      }),
    );
  });

  it('keeps its id, whatever is done to it, and no other has the same', () => {
    const sale = put([line('lamp', 1)]);
    const changed = [
      withQuantity(sale, 'lamp', 3),
      without(sale, 'lamp'),
      atBranch(sale, 'south'),
      refusedFor(sale, 'There is not enough', []),
    ];
    expect(changed.map(({ id }) => id)).toEqual(changed.map(() => sale.id));
    expect(sale.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(newSale().id).not.toBe(newSale().id);
  });

  it('never wants more than an order may, nor less than one', () => {
    const [first] = withQuantity(put([line('lamp', 1)]), 'lamp', 1_000_000).lines;
    expect(first?.quantity).toBe(quantityMax);
    const [none] = withQuantity(put([line('lamp', 5)]), 'lamp', 0).lines;
    expect(none?.quantity).toBe(1);
    const many = put(Array.from({ length: linesMax + 5 }, (_, at) => line(`thing-${String(at)}`, 1)));
    expect(many.lines).toHaveLength(linesMax);
  });

  it('forgets what a branch has when it is to be another branch, and learns it from a refusal', () => {
    const moved = atBranch(put([line('lamp', 20)]), 'south');
    expect(moved.lines.map(({ available }) => available)).toEqual([null]);
    const refused = refusedFor(moved, 'There is not enough', [{ productId: 'lamp', available: 3 }]);
    expect(refused.lines.map(({ available }) => available)).toEqual([3]);
    expect(withQuantity(refused, 'lamp', 3).refusal).toBeNull();
  });
});
