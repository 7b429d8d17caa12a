import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner, rowsOfOnePartner } from './rows-of-one-partner';

const rules = `
  -- What orders of the shop earn in a programme. Apart from its row, which every act of the ledger reads.
  CREATE TABLE loyalty.earning_rules (
    programme_id uuid NOT NULL,
    partner_id uuid NOT NULL,
    rules jsonb NOT NULL,
    CONSTRAINT earning_rules_pk PRIMARY KEY (programme_id),
    CONSTRAINT earning_rules_programme_fk FOREIGN KEY (programme_id) REFERENCES loyalty.programmes (id)
  );
`;

const customers = `
  -- The customer of the shop who a member is.
  ALTER TABLE loyalty.members ADD customer_id uuid;
  CREATE UNIQUE INDEX members_customer_unique ON loyalty.members (customer_id, programme_id)
    WHERE customer_id IS NOT NULL;
`;

/** What orders earned is taken back bit by bit, and each bit has a source id; everything else is taken back once and as a whole. */
const reversals = `
  DROP INDEX loyalty.entries_reversed_once;
  CREATE UNIQUE INDEX entries_reversed_once ON loyalty.entries (reverses_id)
    WHERE reverses_id IS NOT NULL AND source_id IS NULL;
  CREATE INDEX entries_by_reversed ON loyalty.entries (reverses_id) WHERE reverses_id IS NOT NULL;
  -- Source ids of what orders earned: a partner's own have no space.
  CREATE INDEX entries_of_orders ON loyalty.entries (source_id)
    WHERE source_id >= 'order ' AND source_id < 'order!';
`;

/** Consumers ask here whose programmes an order concerns. */
const asking = [
  askingEveryPartner(
    'programmes_of_customers(customers uuid[])',
    'of_partner uuid, of_mode text, of_customer uuid',
    `SELECT programmes.partner_id, programmes.mode, members.customer_id
     FROM loyalty.members
     JOIN loyalty.programmes ON programmes.id = members.programme_id
     JOIN loyalty.earning_rules ON earning_rules.programme_id = members.programme_id
     WHERE members.customer_id = ANY (customers) AND programmes.mode = 'live'`,
  ),
  askingEveryPartner(
    'programmes_with_orders(sources text[])',
    'of_partner uuid, of_mode text, of_source text',
    `SELECT programmes.partner_id, programmes.mode, entries.source_id
     FROM loyalty.entries JOIN loyalty.programmes ON programmes.id = entries.programme_id
     WHERE entries.source_id = ANY (sources) AND entries.source_id >= 'order ' AND entries.source_id < 'order!'`,
  ),
];

export class Earning1764500000050 extends ForwardMigration {
  protected readonly sql = [rules, customers, reversals, rowsOfOnePartner(['earning_rules']), ...asking].join(
    '',
  );
}
