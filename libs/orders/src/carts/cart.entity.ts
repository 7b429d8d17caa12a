/**
 * Whose cart it is, for which branch and until when. What lies in it stands in one place only, the holds in catalog, so that no
 * two tellings of it can differ.
 */
import { newId, type Actor, type PlazaError } from '@plaza/platform';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { cartExpired, cartOrdered } from './carts.errors';

export interface OpeningCart {
  /** Made by the client, so that sending it again is safe. */
  id: string;
  branchId: string;
  actor: Actor;
  now: Date;
  holdMs: number;
}

@Entity({ schema: 'orders', name: 'carts' })
@Unique('carts_hold_owner_unique', ['holdOwnerId'])
@Unique('carts_order_unique', ['orderId'])
@Index('carts_without_order_by_creator', ['createdBy', 'expiresAt'], { where: 'order_id IS NULL' })
@Index('carts_without_order_by_expiry', ['expiresAt'], { where: 'order_id IS NULL' })
export class Cart {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'carts_pk' })
  readonly id!: string;

  /**
   * Under whom catalog holds what lies in the cart. Never told to anybody: a client makes the ids of carts and orders, and an order
   * whose id owns the holds of a cart could have its stock changed through that cart.
   */
  @Column('uuid', { name: 'hold_owner_id' })
  readonly holdOwnerId!: string;

  /** Null for somebody at the counter whom nobody knows. */
  @Column('uuid', { name: 'customer_id', nullable: true })
  readonly customerId!: string | null;

  @Column('uuid', { name: 'created_by' })
  readonly createdBy!: string;

  @Column('uuid', { name: 'branch_id' })
  readonly branchId!: string;

  @Column('timestamptz', { name: 'created_at' })
  readonly createdAt!: Date;

  /** When all that it holds is free again. */
  @Column('timestamptz', { name: 'expires_at' })
  readonly expiresAt!: Date;

  @Column('timestamptz', { name: 'extended_at', nullable: true })
  readonly extendedAt!: Date | null;

  /** The order that it became. */
  @Column('uuid', { name: 'order_id', nullable: true })
  readonly orderId!: string | null;

  static open({ id, branchId, actor, now, holdMs }: OpeningCart): Cart {
    const customerId = actor.kind === 'customer' ? actor.id : null;
    const owners = { holdOwnerId: newId(), customerId, createdBy: actor.id };
    const instants = { createdAt: now, expiresAt: new Date(now.getTime() + holdMs), extendedAt: null };
    return Object.assign(new Cart(), { id, branchId, ...owners, ...instants, orderId: null });
  }

  /** Customers have their own; staff see all. */
  isOf(actor: Actor): boolean {
    return actor.kind !== 'customer' || actor.id === this.customerId;
  }

  get isOrdered(): boolean {
    return this.orderId !== null;
  }

  isExpired(now: Date): boolean {
    return this.expiresAt <= now;
  }

  /** Why nothing can be put in or taken out any more; undefined while it can. */
  closedBecause(now: Date): PlazaError | undefined {
    if (this.orderId !== null) return cartOrdered(this.id, this.orderId);
    return this.isExpired(now) ? cartExpired(this.id, this.expiresAt) : undefined;
  }

  /** @throws PlazaError `orders.cart-ordered`, `orders.cart-expired` */
  refuseUnlessOpen(now: Date): void {
    const refusal = this.closedBecause(now);
    if (refusal) throw refusal;
  }

  /**
   * Gives its customer more time, once.
   * @returns false when it had been given before
   * @throws PlazaError as `refuseUnlessOpen`
   */
  extend(now: Date, holdMs: number): boolean {
    this.refuseUnlessOpen(now);
    if (this.extendedAt !== null) return false;
    Object.assign(this, { extendedAt: now });
    this.reopen(new Date(now.getTime() + holdMs));
    return true;
  }

  /** Something has been put in that was waited for: all of it stands until then at the least, even if it had expired. */
  reopen(until: Date): void {
    if (this.expiresAt < until) Object.assign(this, { expiresAt: until });
  }
}
