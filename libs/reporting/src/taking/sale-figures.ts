/** The figures that follow from what was sold, and the sums over categories. */
import type { NamedProduct } from '@plaza/catalog';
import type { CurrencySales, PriceDifferences, ProductSales, PurchaseCounts } from '@plaza/orders';
import { figure, type Figure, type ListRow } from '../figures/figure';
import type { Span } from '../weeks/week';

const minuteMs = 60_000;

export function saleFigures(
  { from, to }: Span,
  counts: PurchaseCounts,
  sales: readonly CurrencySales[],
): Figure[] {
  const { purchases, busyMinutes } = counts;
  const count = (name: Figure['name'], value: number) => figure(name, value, value);
  const minutes = (to.getTime() - from.getTime()) / minuteMs;
  return [
    count('purchases', purchases),
    count('purchases-with-price', counts.withPrice),
    count('purchases-with-product', counts.withProduct),
    count('purchases-with-customer-and-product', counts.withCustomerAndProduct),
    count('purchases-with-customer-product-and-branch', counts.withCustomerProductAndBranch),
    ...sales.flatMap(({ currency, priced, revenue, refunded, refundedRevenue }) =>
      currency === null
        ? []
        : [
            figure('revenue', revenue, priced, currency),
            figure('refunded', refundedRevenue, refunded, currency),
          ],
    ),
    count('busy-minutes', busyMinutes),
    figure('purchases-per-busy-minute', busyMinutes > 0 ? purchases / busyMinutes : null, purchases),
    figure('purchases-per-minute', purchases / minutes, purchases),
  ];
}

export function priceFigures(differences: readonly PriceDifferences[]): Figure[] {
  return differences.flatMap(({ currency, lines, total, average, largest, smallest }) => [
    figure('margin', total, lines, currency),
    figure('difference-average', average, lines, currency),
    figure('difference-largest', largest, lines, currency),
    figure('difference-smallest', smallest, lines, currency),
  ]);
}

/** How many of these have a price: what has none has no currency either. */
export const pricedOf = (count: number, currency: string | null) => (currency === null ? 0 : count);

/** The one with the highest revenue first; products that nobody knows of have no category. */
export function sumsByCategory(
  sales: readonly ProductSales[],
  products: ReadonlyMap<string, NamedProduct>,
): ListRow[] {
  const sums = new Map<string, CategorySum>();
  for (const { id, currency, purchases, pieces, revenue } of sales) {
    const product = id === null ? undefined : products.get(id);
    const category = product?.categoryId ?? 'none';
    const key = `${category} ${currency ?? ''}`;
    const sum = sums.get(key) ?? {
      ...{ id: category, label: product?.categoryName ?? null, currency },
      values: { lines: 0, pieces: 0, revenue: 0 },
    };
    sum.values = {
      lines: sum.values.lines + purchases,
      pieces: sum.values.pieces + pieces,
      revenue: sum.values.revenue + revenue,
    };
    sums.set(key, sum);
  }
  return [...sums.values()].map(countedLines).sort((one, other) => other.values.revenue - one.values.revenue);
}

interface CategorySum extends ListRow {
  values: { lines: number; pieces: number; revenue: number };
}

function countedLines(sum: CategorySum): CategorySum {
  const { lines } = sum.values;
  return { ...sum, counts: { lines, pieces: lines, revenue: pricedOf(lines, sum.currency) } };
}
