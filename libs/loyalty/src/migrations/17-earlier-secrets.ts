import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

const columns = `
  ALTER TABLE loyalty.webhooks
    -- Those before the previous one that are good as long as it is, the newest first.
    ADD earlier_secrets_sealed bytea[] NOT NULL DEFAULT '{}';
`;

const asking = askingEveryPartner(
  'webhooks_sealed_otherwise(key_id bytea, behind uuid, most integer)',
  'of_partner uuid, of_mode text, of_webhook uuid',
  `SELECT programmes.partner_id, programmes.mode, webhooks.id
     FROM loyalty.webhooks JOIN loyalty.programmes ON programmes.id = webhooks.programme_id
     WHERE webhooks.id > behind AND EXISTS (
       SELECT FROM unnest(earlier_secrets_sealed || secret_sealed || previous_secret_sealed) AS kept (sealed)
       WHERE substring(kept.sealed FROM 2 FOR octet_length(key_id)) <> key_id
     )
     ORDER BY webhooks.id LIMIT most`,
);

/** See docs/adr/0085. */
export class EarlierSecrets1765000000843 extends ForwardMigration {
  protected readonly sql = columns + asking;
}
