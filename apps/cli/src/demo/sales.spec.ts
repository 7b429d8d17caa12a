import { demoProducts } from './catalogue';
import { demoSales } from './sales';

const dayMs = 86_400_000;
const noon = new Date('2026-11-20T12:00:00Z');

describe('What the demo’s shop sold before', () => {
  it('has every number once, and nothing that is still to come', () => {
    const sales = demoSales(noon);
    expect(new Set(sales.map(({ number }) => number)).size).toBe(sales.length);
    expect(sales.length).toBeGreaterThan(20 * 12);
    for (const { soldAt } of sales) expect(soldAt.getTime()).toBeLessThanOrEqual(noon.getTime());
  });

  it('is the same for a day whenever it is asked for, and goes on with the days', () => {
    const [today, later] = [demoSales(noon), demoSales(new Date(noon.getTime() + 3 * dayMs))];
    const known = new Map(today.map((sale) => [sale.number, sale]));
    const again = later.filter(({ number }) => known.has(number));
    expect(again.length).toBeGreaterThan(15 * 12);
    for (const sale of again) expect(sale).toEqual(known.get(sale.number));
    expect(later.length).toBeGreaterThan(again.length);
  });

  it('is of the demo’s range, at its counters, to people that it knows or to nobody known', () => {
    const skus = new Set(demoProducts.map(({ sku }) => sku));
    const sales = demoSales(noon);
    for (const { sku, branchCode } of sales) expect([skus.has(sku), branchCode]).toEqual([true, branchCode]);
    expect(new Set(sales.map(({ branchCode }) => branchCode))).toEqual(new Set(['north', 'centre', 'south']));
    expect(new Set(sales.map(({ documentNumber }) => documentNumber)).size).toBe(5);
  });
});
