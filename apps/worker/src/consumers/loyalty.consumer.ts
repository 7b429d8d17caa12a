/**
 * What loyalty reacts to: orders that were paid, which earn points for customers who are members of a programme, money of theirs that
 * was given back, and partners that are shut out, whose webhooks are not called until they are let in again.
 */
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CatalogQueries } from '@plaza/catalog';
import { IDENTITY_EVENTS, type IdentityFact } from '@plaza/identity';
import {
  EarningService,
  PartnerStanding,
  purchasedLines,
  type GivenBack,
  type PaidOrder,
  type ProgrammeOfCustomer,
} from '@plaza/loyalty';
import { contextOf, type EnvelopeOf } from '@plaza/messaging';
import { ORDERS_TOPIC, OrdersQueries, type OrderEvent, type OrderPaid, type OrderView } from '@plaza/orders';
import { PAYMENTS_TOPIC, RefundsQueries, type GivenBackOfPayment, type PaymentEvent } from '@plaza/payments';
import { requestContext } from '@plaza/platform';

type PaidEvent = EnvelopeOf<OrderPaid>;

const ordersGroup = 'loyalty';
const refundsGroup = 'loyalty-refunds';
const partnersGroup = 'loyalty-partners';

@Controller()
export class LoyaltyConsumer {
  constructor(
    private readonly earning: EarningService,
    private readonly orders: OrdersQueries,
    private readonly catalog: CatalogQueries,
    private readonly refunds: RefundsQueries,
    private readonly standing: PartnerStanding,
  ) {}

  @EventPattern<typeof ORDERS_TOPIC>(ORDERS_TOPIC, { group: ordersGroup })
  async takeOrders(@Payload() events: OrderEvent[]): Promise<void> {
    const paid = events.filter((event): event is PaidEvent => event.type === 'order-paid');
    const customerIds = paid.flatMap(({ data }) => data.customerId ?? []);
    const programmes = customerIds.length === 0 ? [] : await this.earning.programmesOf(customerIds);
    const ofMembers = paid.filter(({ data }) =>
      programmes.some(({ customerId }) => customerId === data.customerId),
    );
    if (ofMembers.length === 0) return;
    await this.earn(ofMembers, programmes);
    // Money that was given back in the meantime was told before there were points.
    await this.takeBack(await this.refunds.givenBackOf(ofMembers.map(({ data }) => data.paymentId)));
  }

  @EventPattern<typeof PAYMENTS_TOPIC>(PAYMENTS_TOPIC, { group: refundsGroup })
  async takeRefunds(@Payload() events: PaymentEvent[]): Promise<void> {
    for (const event of events) {
      if (event.type !== 'payment-refunded') continue;
      await requestContext.run(contextOf(event, refundsGroup), () => this.takeBack([event.data]));
    }
  }

  @EventPattern<typeof IDENTITY_EVENTS>(IDENTITY_EVENTS, { group: partnersGroup })
  async takePartners(@Payload() events: EnvelopeOf<IdentityFact>[]): Promise<void> {
    for (const event of events) {
      if (event.type !== 'partner-disabled' && event.type !== 'partner-enabled') continue;
      const { partnerId } = event.data;
      const isDisabled = event.type === 'partner-disabled';
      await this.standing.tell({ partnerId, isDisabled, at: new Date(event.occurredAt) });
    }
  }

  private async earn(paid: readonly PaidEvent[], programmes: readonly ProgrammeOfCustomer[]): Promise<void> {
    const orders = await this.orders.byId(paid.map(({ data }) => data.orderId));
    const categories = await this.catalog.categoriesOf([...orders.values()].flatMap(({ items }) => items));
    for (const event of paid) {
      const order = orders.get(event.data.orderId);
      if (!order) continue;
      const purchase = purchaseOf(order, event, categories);
      for (const programme of programmes) {
        if (programme.customerId !== purchase.customerId) continue;
        await requestContext.run(contextOf(event, ordersGroup), () => this.earning.earn(programme, purchase));
      }
    }
  }

  private async takeBack(givenBack: readonly GivenBackOfPayment[]): Promise<void> {
    if (givenBack.length === 0) return;
    const orders = await this.orders.paidBy(givenBack.map(({ paymentId }) => paymentId));
    const refunds = orders.flatMap(({ id: orderId, number, paymentId }): GivenBack[] => {
      const back = givenBack.find((each) => each.paymentId === paymentId);
      return back ? [{ orderId, number, refunded: back.refunded, captured: back.captured }] : [];
    });
    await this.earning.takeBack(refunds);
  }
}

function purchaseOf(
  { id: orderId, number, items, branchId }: OrderView,
  { data: { customerId, currency, paidAt } }: PaidEvent,
  categories: ReadonlyMap<string, string[]>,
): PaidOrder {
  return {
    ...{ orderId, number, customerId: customerId ?? '', branchId, currency },
    ...{ lines: purchasedLines(items, categories), paidAt: new Date(paidAt) },
  };
}
