/** Gives members points for what they bought in the shop, once for each order, and takes them back when the money was given back. */
import { Injectable } from '@nestjs/common';
import { dayMs, Clock, PlazaError } from '@plaza/platform';
import { LedgerService } from '../ledger/ledger.service';
import { exactPoints } from '../ledger/points';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { earn, pointsToTakeBack, type Purchase } from './earn';
import { earningRulesOf, type EarningRules } from './earning-rules';

/** An order that was paid. */
export interface PaidOrder extends Purchase {
  orderId: string;
  number: string;
  customerId: string;
  paidAt: Date;
}

/** Money of an order that was given back. */
export interface GivenBack {
  orderId: string;
  number: string;
  /** In all until now, in minor units. */
  refunded: number;
  captured: number;
}

export type ProgrammeOfCustomer = ProgrammeName & { customerId: string };

/** Points of an order that was never paid. */
export interface UnpaidPoints {
  entryId: string;
  orderId: string;
  points: number;
}

/** A partner's own source ids have no space: no act of a partner is taken for one of these. */
const sourceOfOrder = (orderId: string) => `order ${orderId}`;
const sourceOfRefund = ({ orderId, refunded }: GivenBack) => `refund ${orderId} ${String(refunded)}`;
const sourceOfUnpaid = (orderId: string) => `unpaid ${orderId}`;

@Injectable()
export class EarningService {
  constructor(
    private readonly programmes: Programmes,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {}

  /** In which programmes orders of these customers earn points. */
  programmesOf(customerIds: readonly string[]): Promise<ProgrammeOfCustomer[]> {
    return this.programmes.ofCustomers(customerIds);
  }

  /**
   * What an order earns by the rules that were in force when it was paid. Doing it again changes nothing.
   * @throws PlazaError `loyalty.too-many-points`, `loyalty.too-busy`
   */
  async earn(name: ProgrammeName, order: PaidOrder): Promise<void> {
    const found = await this.memberAndRules(name, order);
    if (!found) return;
    const { externalId, rules } = found;
    const { points } = earn(order, rules, order.paidAt);
    if (points === 0) return;
    const days = (count: number) => new Date(this.clock.now().getTime() + count * dayMs);
    try {
      await this.ledger.post(name, {
        ...{ does: 'accrue', externalId, points, occurredAt: order.paidAt },
        ...{ sourceId: sourceOfOrder(order.orderId), description: `Order ${order.number}` },
        ...(rules.pendingDays !== null && { availableFrom: days(rules.pendingDays) }),
        ...(rules.expiresAfterDays !== null && { expiresAt: days(rules.expiresAfterDays) }),
      });
    } catch (error) {
      if (!wasDoneBefore(error)) throw error;
    }
  }

  /**
   * Takes back of what orders earned as much as was given back of their money, in every programme in which they did. What a member
   * has used already stays used: no balance goes below zero. Doing it again changes nothing.
   * @throws PlazaError `loyalty.too-busy`
   */
  async takeBack(refunds: readonly GivenBack[]): Promise<void> {
    const found = await this.programmes.withOrders(refunds.map(({ orderId }) => sourceOfOrder(orderId)));
    for (const refund of refunds) {
      for (const { partnerId, mode, sourceId } of found) {
        if (sourceId === sourceOfOrder(refund.orderId)) await this.takeBackIn({ partnerId, mode }, refund);
      }
    }
  }

  /**
   * Takes back what an order earned that was never paid, as much of it as there still is. Doing it again changes nothing.
   * @throws PlazaError `loyalty.entry-unknown`, `loyalty.too-busy`
   */
  async takeBackUnpaid(name: ProgrammeName, { entryId, orderId, points }: UnpaidPoints): Promise<void> {
    await this.ledger.post(name, {
      ...{ does: 'take-back', entryId, sourceId: sourceOfUnpaid(orderId), inAll: points },
      description: 'Its order was not paid',
    });
  }

  private async takeBackIn(name: ProgrammeName, refund: GivenBack): Promise<void> {
    const { orderId, refunded } = refund;
    const [accrual] = await this.programmes.read<{ id: string; points: string; isDone: boolean }>(
      name,
      `SELECT act_id AS id, act_points AS points,
              EXISTS (SELECT FROM loyalty.taken_back
                      WHERE programme_id = programme.id AND order_id = $4 AND refunded = $5) AS "isDone"
       FROM loyalty.entries WHERE entries.programme_id = programme.id AND source_id = $3`,
      [sourceOfOrder(orderId), orderId, refunded],
    );
    if (!accrual || accrual.isDone) return;
    await this.ledger.post(name, {
      ...{ does: 'take-back', entryId: accrual.id, sourceId: sourceOfRefund(refund) },
      ...{
        inAll: pointsToTakeBack(exactPoints(accrual.points), refund),
        description: `Refund of order ${refund.number}`,
      },
    });
    await this.programmes.write(name, (tx, programme) =>
      tx.query(
        `INSERT INTO loyalty.taken_back (programme_id, partner_id, order_id, refunded, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT taken_back_pk DO NOTHING`,
        [programme?.id, name.partnerId, orderId, refunded, this.clock.now()],
      ),
    );
  }

  private async memberAndRules(
    name: ProgrammeName,
    { customerId, paidAt }: PaidOrder,
  ): Promise<{ externalId: string; rules: EarningRules } | undefined> {
    const [row] = await this.programmes.read<{ externalId: string; rules: unknown }>(
      name,
      `SELECT members.external_id AS "externalId",
              (SELECT rules FROM loyalty.earning_rules
               WHERE earning_rules.programme_id = programme.id AND declared_at <= $4
               ORDER BY declared_at DESC LIMIT 1) AS rules
       FROM loyalty.members WHERE members.programme_id = programme.id AND members.customer_id = $3`,
      [customerId, paidAt],
    );
    const rules = earningRulesOf(row?.rules ?? null);
    return row && rules ? { externalId: row.externalId, rules } : undefined;
  }
}

/** The same order has earned points before: to another member, or by other rules. */
function wasDoneBefore(error: unknown): boolean {
  return error instanceof PlazaError && error.code === 'loyalty.source-conflict';
}
