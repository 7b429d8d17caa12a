/** Looks up what earning rules and dry runs name in other contexts: categories, branches, products and orders. */
import { Injectable } from '@nestjs/common';
import { CatalogQueries, ONLINE_BRANCH_ID } from '@plaza/catalog';
import {
  EarningQueries,
  orderUnknown,
  orderUnpriced,
  purchasedLines,
  type Earned,
  type EarningRules,
  type ProgrammeName,
  type PurchasedLine,
  type TriedPurchase,
} from '@plaza/loyalty';
import { OrdersQueries, type OrderView } from '@plaza/orders';
import { InvalidInput, type Actor, type InputFault } from '@plaza/platform';
import type { DryRunDto, TriedLineDto } from './earning.dto';

@Injectable()
export class EarningTrials {
  constructor(
    private readonly earning: EarningQueries,
    private readonly orders: OrdersQueries,
    private readonly catalog: CatalogQueries,
  ) {}

  /**
   * What an order, or lines that nobody has bought, would earn and why.
   * @throws PlazaError `loyalty.order-unknown`, `loyalty.order-unpriced`, `loyalty.no-earning-rules`; InvalidInput
   */
  async explain(programme: ProgrammeName, actor: Actor, wish: DryRunDto): Promise<Earned> {
    const { orderId, lines, rules } = wish;
    if ((orderId === undefined) === (lines === undefined)) {
      throw new InvalidInput([{ pointer: '', detail: 'must have either orderId or lines' }]);
    }
    if (rules) await this.requireNamed(rules, '/rules');
    const purchase =
      orderId === undefined
        ? await this.madeUp(lines ?? [], wish)
        : await this.ofOrder(programme, actor, orderId, wish);
    return this.earning.explain(programme, purchase, rules);
  }

  /**
   * @param within where the rules stand in the request
   * @throws InvalidInput for every category and branch that is not there
   */
  async requireNamed({ multipliers }: EarningRules, within: string): Promise<void> {
    const categoryIds = multipliers.flatMap(({ categoryId }) => categoryId ?? []);
    const branchIds = multipliers.flatMap(({ branchId }) => branchId ?? []);
    if (categoryIds.length + branchIds.length === 0) return;
    const unknown = await this.catalog.unknownOf({ categoryIds, branchIds });
    const faults = multipliers.flatMap(({ categoryId, branchId }, at): InputFault[] => {
      const pointer = `${within}/multipliers/${at}`;
      return [
        ...(unknown.has(categoryId ?? '')
          ? [{ pointer: `${pointer}/categoryId`, detail: 'names no category' }]
          : []),
        ...(unknown.has(branchId ?? '')
          ? [{ pointer: `${pointer}/branchId`, detail: 'names no branch' }]
          : []),
      ];
    });
    if (faults.length > 0) throw new InvalidInput(faults);
  }

  /** Partners may ask about orders of their members; staff about every order. */
  private async ofOrder(
    programme: ProgrammeName,
    actor: Actor,
    orderId: string,
    { at }: DryRunDto,
  ): Promise<TriedPurchase> {
    const order = (await this.orders.byId([orderId])).get(orderId);
    if (!order || !(await this.mayAsk(programme, actor, order))) throw orderUnknown(orderId);
    const { items, branchId, currency, paidAt } = order;
    if (currency === null) throw orderUnpriced(orderId);
    const categories = await this.catalog.categoriesOf(items);
    return { lines: purchasedLines(items, categories), branchId, currency, at: at ?? paidAt ?? undefined };
  }

  private async mayAsk(programme: ProgrammeName, actor: Actor, { customerId }: OrderView): Promise<boolean> {
    if (actor.kind !== 'partner') return true;
    return customerId !== null && this.earning.knows(programme, customerId);
  }

  private async madeUp(
    wished: readonly TriedLineDto[],
    { branchId = ONLINE_BRANCH_ID, currency, at }: DryRunDto,
  ): Promise<TriedPurchase> {
    const products = await this.catalog.categoriesOf(wished);
    const categories = await this.catalog.categoryPaths(wished.flatMap(({ categoryId }) => categoryId ?? []));
    const faults: InputFault[] = [];
    const lines = wished.map(({ productId, categoryId, amount }, at): PurchasedLine => {
      if (productId !== undefined && !products.has(productId)) {
        faults.push({ pointer: `/lines/${at}/productId`, detail: 'names no product' });
      }
      if (categoryId !== undefined && !categories.has(categoryId)) {
        faults.push({ pointer: `/lines/${at}/categoryId`, detail: 'names no category' });
      }
      const categoryIds = products.get(productId ?? '') ?? categories.get(categoryId ?? '') ?? [];
      return { productId: productId ?? null, amount, categoryIds };
    });
    if ((await this.catalog.unknownOf({ categoryIds: [], branchIds: [branchId] })).size > 0) {
      faults.push({ pointer: '/branchId', detail: 'names no branch' });
    }
    if (faults.length > 0) throw new InvalidInput(faults);
    return { lines, branchId, currency, at };
  }
}
