import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner, rowsOfOnePartner } from './rows-of-one-partner';

const rules = `
  -- Every declaration is kept: an order earns by the rules that were in force when it was paid. Null ends earning.
  ALTER TABLE loyalty.earning_rules
    ADD declared_at timestamptz NOT NULL DEFAULT '1970-01-01 00:00:00+00',
    ALTER rules DROP NOT NULL,
    DROP CONSTRAINT earning_rules_pk,
    ADD CONSTRAINT earning_rules_pk PRIMARY KEY (programme_id, declared_at);
  ALTER TABLE loyalty.earning_rules ALTER declared_at DROP DEFAULT;

  -- Since when a member is known to be that customer; null where that was said before it was kept.
  ALTER TABLE loyalty.members ADD customer_since timestamptz;
`;

const takenBack = `
  -- Money of an order that was given back, by how much that was in all, and for which points were taken back or there were none to take.
  CREATE TABLE loyalty.taken_back (
    programme_id uuid NOT NULL,
    order_id uuid NOT NULL,
    refunded bigint NOT NULL,
    partner_id uuid NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT taken_back_pk PRIMARY KEY (programme_id, order_id, refunded),
    CONSTRAINT taken_back_programme_fk FOREIGN KEY (programme_id) REFERENCES loyalty.programmes (id)
  );

  CREATE INDEX entries_of_orders_by_time ON loyalty.entries (at, act_id)
    WHERE source_id >= 'order ' AND source_id < 'order!';
`;

const ofOrders = `entries.source_id >= 'order ' AND entries.source_id < 'order!'`;

const earned = `
  SELECT programmes.partner_id, entries.act_id, substring(entries.source_id FROM 7)::uuid, entries.act_points,
         coalesce((SELECT sum(reversals.act_points) FROM loyalty.entries AS reversals
                   WHERE reversals.reverses_id = entries.act_id), 0),
         coalesce((SELECT max(taken_back.refunded) FROM loyalty.taken_back
                   WHERE taken_back.programme_id = entries.programme_id
                     AND taken_back.order_id = substring(entries.source_id FROM 7)::uuid), 0),
         entries.at
  FROM loyalty.entries JOIN loyalty.programmes ON programmes.id = entries.programme_id`;

const earnedColumns =
  'of_partner uuid, of_entry uuid, of_order uuid, points bigint, gone numeric, refunded bigint, entered timestamptz';

/** Consumers and whoever reconciles ask here, over all programmes. */
const asking = [
  askingEveryPartner(
    'programmes_of_customers(customers uuid[])',
    'of_partner uuid, of_mode text, of_customer uuid',
    `SELECT programmes.partner_id, programmes.mode, members.customer_id
     FROM loyalty.members JOIN loyalty.programmes ON programmes.id = members.programme_id
     WHERE members.customer_id = ANY (customers) AND programmes.mode = 'live'
       AND EXISTS (SELECT FROM loyalty.earning_rules WHERE earning_rules.programme_id = programmes.id)`,
  ),
  askingEveryPartner(
    'earned_by_orders(since timestamptz, before timestamptz, behind uuid, most integer)',
    earnedColumns,
    `${earned}
     WHERE ${ofOrders} AND entries.at >= since AND entries.at < before
       AND (behind IS NULL OR (entries.at, entries.act_id) > (since, behind))
     ORDER BY entries.at, entries.act_id LIMIT most`,
  ),
  askingEveryPartner(
    'earned_by(orders uuid[])',
    earnedColumns,
    `${earned}
     WHERE ${ofOrders} AND entries.source_id = ANY (ARRAY(SELECT 'order ' || wanted.id FROM unnest(orders) AS wanted (id)))`,
  ),
  askingEveryPartner(
    'unearned(orders uuid[], customers uuid[], instants timestamptz[])',
    'of_partner uuid, of_order uuid, in_force jsonb',
    `SELECT programmes.partner_id, paid.order_id, declared.rules
     FROM unnest(orders, customers, instants) AS paid (order_id, customer_id, at)
     JOIN loyalty.members ON members.customer_id = paid.customer_id AND members.customer_since <= paid.at
     JOIN loyalty.programmes ON programmes.id = members.programme_id AND programmes.mode = 'live'
     CROSS JOIN LATERAL (
       SELECT earning_rules.rules FROM loyalty.earning_rules
       WHERE earning_rules.programme_id = programmes.id AND earning_rules.declared_at <= paid.at
       ORDER BY earning_rules.declared_at DESC LIMIT 1
     ) AS declared
     WHERE declared.rules IS NOT NULL AND NOT EXISTS (
       SELECT FROM loyalty.entries
       WHERE entries.programme_id = programmes.id AND entries.source_id = 'order ' || paid.order_id
     )`,
  ),
];

/** What has to be known to hold points against orders: by which rules they were earned, and which refunds were heard of. */
export class EarningInForce1764700000610 extends ForwardMigration {
  protected readonly sql = [rules, takenBack, rowsOfOnePartner(['taken_back']), ...asking].join('');
}
