/** A shop chain after some years: every table that grows with it has grown, and PostgreSQL knows how it is filled. */
import { withClient } from '@plaza/engines';

/** Rows of every big table, or more. */
export const bigTableRows = 20_000;

const people = `
  INSERT INTO identity.users (id, username, email, password_hash, role, full_name, document_number, created_at)
  SELECT gen_random_uuid(), 'person-' || n, 'person-' || n || '@example.org', 'none',
         CASE WHEN n % 1000 = 0 THEN 'staff' ELSE 'customer' END, 'Person ' || n, 'DOC-' || n, now() - n * interval '1 hour'
  FROM generate_series(1, $ROWS) n;
  INSERT INTO identity.sessions (id, user_id, created_at, ended_at, end_reason)
  SELECT gen_random_uuid(), id, now() - interval '2 days', now() - interval '1 day', 'logged-out' FROM identity.users;
  INSERT INTO identity.refresh_tokens (hash, session_id, issued_at, expires_at, used_at)
  SELECT 'hash-' || id, id, created_at, now() + interval '1 day', created_at FROM identity.sessions;
  INSERT INTO identity.login_attempts (key, failures, since, keep_until)
  SELECT sha256(n::text::bytea), 1, now(), now() + interval '1 day' FROM generate_series(1, $ROWS) n;
  INSERT INTO identity.legacy_customers (legacy_id, customer_id)
  SELECT row_number() OVER (), id FROM identity.users WHERE role = 'customer';
  INSERT INTO identity.claim_codes (customer_id, fingerprint, issued_at, expires_at, wrong_attempts)
  SELECT id, '\\x00', now(), now() + interval '1 day', 0 FROM identity.users;
`;

const range = `
  INSERT INTO catalog.categories (id, parent_id, name, slug, created_at)
  SELECT gen_random_uuid(), NULL, 'Category ' || n, 'category-' || n, now() FROM generate_series(1, 40) n;
  INSERT INTO catalog.branches (id, code, name, created_at)
  SELECT gen_random_uuid(), 'branch-' || n, 'Branch ' || n, now() FROM generate_series(1, 5) n;
  INSERT INTO catalog.products (id, sku, name, description, price, currency, category_id, active, created_at)
  SELECT gen_random_uuid(), 'SKU-' || n, 'Lamp ' || md5(n::text) || ' ' || translate(left(md5(n::text), 8), '0123456789', 'ghijklmnop'), 'One of many', 100 + n % 9000, 'EUR', category.id, true,
         now() - n * interval '1 minute'
  FROM generate_series(1, $ROWS) n JOIN catalog.categories category ON category.slug = 'category-' || (1 + n % 40);
  INSERT INTO catalog.stock (product_id, branch_id, on_hand, held)
  SELECT product.id, branch.id, 50, 0
  FROM catalog.products product JOIN catalog.branches branch ON branch.code IN ('online', 'branch-1');
  INSERT INTO catalog.stock_movements (product_id, branch_id, delta, cause, reason, moved_at)
  SELECT product_id, branch_id, 50, CASE WHEN n % 50 = 0 THEN 'adjustment' ELSE 'sale' END, 'Delivered', now() - n * interval '10 minutes'
  FROM (SELECT product_id, branch_id, row_number() OVER () AS n FROM catalog.stock) AS place;
`;

const orders = `
  CREATE TEMP TABLE new_orders AS
  SELECT gen_random_uuid() AS id, n, customer.id AS customer_id, branch.id AS branch_id, product.id AS product_id,
         (ARRAY['paid', 'fulfilled', 'cancelled', 'expired'])[1 + n % 4] AS status, now() - n * interval '1 hour' AS at
  FROM generate_series(1, $ROWS) n
  JOIN (SELECT id, row_number() OVER () AS place FROM identity.users WHERE role = 'customer') customer
    ON customer.place = 1 + n % 5000
  JOIN (SELECT id, row_number() OVER () AS place FROM catalog.products) product ON product.place = n
  JOIN catalog.branches branch ON branch.code = CASE WHEN n % 5 = 0 THEN 'branch-1' ELSE 'online' END;
  INSERT INTO orders.orders
    (id, customer_id, branch_id, status, total, currency, version, created_at, pay_before, paid_at, payment_id)
  SELECT id, customer_id, branch_id, status, 100, 'EUR', 2, at, at, at, gen_random_uuid()::text FROM new_orders ORDER BY n DESC;
  INSERT INTO orders.order_lines
    (order_id, line_no, product_id, name, quantity, unit_price, line_total, list_price)
  SELECT id, 1, product_id, 'Lamp', 1, 100, 100, 100 FROM new_orders;
  INSERT INTO orders.order_history (order_id, version, from_status, to_status, at)
  SELECT id, version, NULL, status, at FROM new_orders, generate_series(1, 2) version;
  INSERT INTO orders.wished_lines (order_id, line_no, product_id, quantity) SELECT id, 1, product_id, 1 FROM new_orders;
  INSERT INTO orders.carts (id, hold_owner_id, customer_id, created_by, branch_id, created_at, expires_at, order_id)
  SELECT gen_random_uuid(), gen_random_uuid(), customer_id, customer_id, branch_id, at, at, id FROM new_orders;
  INSERT INTO orders.waiting
    (id, cart_id, branch_id, product_id, quantity, status, asked_at, waits_until, ended_at)
  SELECT gen_random_uuid(), cart.id, cart.branch_id, product_id, 1, 'ended', at, now(), now()
  FROM new_orders JOIN orders.carts cart ON cart.order_id = new_orders.id;
  INSERT INTO orders.cart_events (cart_id, type, data, at) SELECT id, 'promoted', '{}', now() FROM orders.carts;
  INSERT INTO catalog.holds (owner_id, branch_id, product_id, quantity, status, expires_at)
  SELECT id, branch_id, product_id, 1, CASE WHEN status IN ('paid', 'fulfilled') THEN 'used' ELSE 'released' END, at
  FROM new_orders;
`;

const payments = `
  INSERT INTO payments.accounts (account_id, customer_id, created_at)
  SELECT row_number() OVER (), id, created_at FROM identity.users;
  SELECT payments.skip_given_account_ids();
  CREATE TEMP TABLE new_payments AS
  SELECT gen_random_uuid() AS id, n, id AS order_id, customer_id, at, 1 + n % 5000 AS account_id,
         CASE WHEN n % 50 = 0 THEN 'declined' WHEN n % 5000 = 1 THEN 'review' ELSE 'stored' END AS outcome
  FROM new_orders;
  INSERT INTO payments.messages
    (topic, partition, message_offset, received_at, produced_at, payment_id, outcome, reason_code, sealed)
  SELECT 'online', 0, n, at, at, id, outcome, CASE outcome WHEN 'declined' THEN 'refused' WHEN 'review' THEN 'no-answer' END,
         '\\x00'
  FROM new_payments;
  INSERT INTO payments.payments
    (payment_id, account_id, type, amount, status, topic, partition, message_offset, created_at, captured_at)
  SELECT id, account_id, 'online', 100, outcome, 'online', 0, n, at, CASE outcome WHEN 'stored' THEN at END FROM new_payments;
  INSERT INTO payments.attempts (payment_id, number, asked_at, outcome) SELECT id, 1, at, 'approved' FROM new_payments;
  INSERT INTO payments.requests
    (payment_id, order_id, customer_id, account_id, amount, currency, card_fingerprint, created_at)
  SELECT id, order_id, customer_id, account_id, 100, 'EUR', '\\x00', at FROM new_payments;
  INSERT INTO payments.error_reports
    (report_id, cause, kind, payment_id, error_type, description, status, created_at, next_attempt_at, ended_at)
  SELECT gen_random_uuid(), id::text, 'declined', id, 'other', 'The gateway refused', 'delivered', at, at, at
  FROM new_payments;
  INSERT INTO payments.refunds
    (refund_id, payment_id, amount, reason, status, actor_kind, actor_id, requested_at, settled_at)
  SELECT order_id, id, 1, 'Damaged', CASE WHEN n % 5000 = 2 THEN 'unanswered' ELSE 'refunded' END, 'staff', 'somebody', at,
         CASE WHEN n % 5000 <> 2 THEN at END
  FROM new_payments;
  INSERT INTO payments.refund_attempts (refund_id, number, asked_at, outcome)
  SELECT order_id, 1, at, 'approved' FROM new_payments;
  INSERT INTO payments.screenings (payment_id, asked_at, took_ms, risk, risk_max, policy, verdict)
  SELECT id, at, 20, 22, 80, 'review', 'allow' FROM new_payments;
  INSERT INTO payments.reviews
    (review_id, payment_id, reason_code, reason, began_at, decision, actor_kind, actor_id, decided_at)
  SELECT gen_random_uuid(), id, 'no-answer', 'No answer', new_payments.at, decided.*
  FROM new_payments LEFT JOIN LATERAL (SELECT 'approve', 'staff', 'somebody', new_payments.at) AS decided ON outcome <> 'review';
  INSERT INTO payments.replays (replay_id, replayed_at, actor_kind, actor_id, filter, examined, changed, counts)
  SELECT id, at, 'staff', 'somebody', '{}', 1, 0, '[]' FROM new_payments;
  INSERT INTO payments.replayed_messages
    (replay_id, topic, partition, message_offset, outcome_before, outcome_after, reason)
  SELECT id, 'online', 0, n, outcome, outcome, 'It is settled' FROM new_payments;
  INSERT INTO payments.alarms
    (alarm_id, kind, topic, partition, first_offset, last_offset, raised_at, last_raised_at)
  VALUES (gen_random_uuid(), 'offsets-missing', 'online', 0, 1, 2, now(), now());
  INSERT INTO payments.local_log (topic, partition, next_offset) VALUES ('online', 0, $ROWS + 1);
`;

/** Of forty partners, whose rows the owner writes in the name of each; the last has as many members as all others together. */
const loyalty = `
  DO $$
  DECLARE partner uuid; programme uuid; number integer; members integer;
  BEGIN
    FOR number IN 1..40 LOOP
      members := CASE number WHEN 40 THEN $ROWS / 2 ELSE $ROWS / 78 END;
      partner := gen_random_uuid();
      programme := gen_random_uuid();
      PERFORM set_config('plaza.partner_id', partner::text, true);
      INSERT INTO identity.partners (id, name, created_at) VALUES (partner, 'Partner ' || number, now());
      INSERT INTO loyalty.programmes (id, partner_id, mode, balance_above, total_above, opened_at)
      VALUES (programme, partner, 'live', 1000, 100000, now());
      INSERT INTO loyalty.followed (programme_id, partner_id, events) VALUES (programme, partner, members);
      INSERT INTO loyalty.accounts (id, partner_id, programme_id, kind, stripe, balance)
      SELECT gen_random_uuid(), partner, programme, kind, stripe, 0
      FROM unnest(ARRAY['issued', 'redeemed', 'expired', 'transit']) AS kind, generate_series(0, 15) AS stripe;
      INSERT INTO loyalty.members (id, partner_id, programme_id, external_id, name, joined_at, balance)
      SELECT gen_random_uuid(), partner, programme, 'member-' || n, 'Person ' || n, now() - n * interval '1 hour', 100
      FROM generate_series(1, members) n;
      INSERT INTO loyalty.accounts (id, partner_id, programme_id, kind, member_id, balance)
      SELECT id, partner, programme, 'available', id, 50 FROM loyalty.members WHERE programme_id = programme;
      INSERT INTO loyalty.accounts (id, partner_id, programme_id, kind, member_id, balance, due_at, expires_at)
      SELECT gen_random_uuid(), partner, programme, 'available', id, 50, now() + interval '90 days', now() + interval '90 days'
      FROM loyalty.members WHERE programme_id = programme;
      INSERT INTO loyalty.entries
        (act_id, leg, partner_id, programme_id, member_id, category, from_account_id, to_account_id, points, at,
         act_points, balance_after, source_id)
      SELECT gen_random_uuid(), 1, partner, programme, member_id, 'accrual', gen_random_uuid(), id, balance,
             now() - number * interval '1 day', balance, balance, id::text
      FROM loyalty.accounts WHERE programme_id = programme AND member_id IS NOT NULL;
      INSERT INTO loyalty.events (programme_id, partner_id, id, type, data, at)
      SELECT programme, partner, n, 'member.balance_above', '{}', now() FROM generate_series(1, members) n;
      INSERT INTO loyalty.taken_back (programme_id, partner_id, order_id, refunded, at)
      SELECT programme, partner, gen_random_uuid(), 100, now() FROM generate_series(1, members) n;
      INSERT INTO loyalty.webhooks (id, partner_id, programme_id, url, status, secret_sealed, created_at)
      VALUES (partner, partner, programme, 'https://partner.invalid/', 'disabled', '\\x00', now());
      INSERT INTO loyalty.webhook_progress (webhook_id, partner_id, last_event) VALUES (partner, partner, members);
      INSERT INTO loyalty.deliveries
        (webhook_id, event_id, partner_id, programme_id, status, attempts, next_attempt_at, begun_at, changed_at)
      SELECT partner, n, partner, programme, CASE WHEN n % 50 = 0 THEN 'waiting' ELSE 'delivered' END, 1,
             CASE WHEN n % 50 = 0 THEN now() END, now(), now()
      FROM generate_series(1, members) n;
      INSERT INTO loyalty.delivery_attempts (webhook_id, event_id, number, partner_id, at, took_ms, status)
      SELECT webhook_id, event_id, 1, partner_id, now(), 20, 200 FROM loyalty.deliveries WHERE webhook_id = partner;
    END LOOP;
  END $$;
`;

const mail = `
  INSERT INTO notifications.mails
    (mail_id, cause, recipient, subject, text, status, created_at, next_attempt_at, attempts, ended_at)
  SELECT gen_random_uuid(), 'cause-' || n, 'person-' || n || '@example.org', 'Your report', 'All is well',
         CASE WHEN n % 100 = 0 THEN 'captured' ELSE 'sent' END, at, at, 1, at
  FROM new_orders;
  INSERT INTO notifications.attachments (mail_id, number, filename, content_type, content)
  SELECT mail_id, 1, 'report.csv', 'text/csv', '\\x00' FROM notifications.mails;
`;

const reports = `
  INSERT INTO reporting.editions (week, number, taken_at, report)
  SELECT '2025-W' || lpad(n::text, 2, '0'), 1, now(), '{}' FROM generate_series(1, 50) n;
  INSERT INTO reporting.deliveries (id, week, edition, recipient_id, address, language, delivered_at)
  SELECT id, '2025-W' || lpad((1 + n % 50)::text, 2, '0'), 1, id, 'person-' || n || '@example.org', 'en', at FROM new_orders;
`;

const drifts = `
  INSERT INTO reporting.drifts (id, kind, subject, status, rows, correction, occurred_at, found_at, seen_at, closed_at)
  SELECT id, 'paid-stock-not-used', id, CASE WHEN n % 500 = 0 THEN 'open' ELSE 'gone' END, '{}',
         json_build_object('does', 'use-stock', 'orderId', id), at, at, at,
         CASE WHEN n % 500 <> 0 THEN at END
  FROM new_orders;
`;

const transfers = `
  INSERT INTO transfers.records
    (key, branch, status, content, company_key, dated_at, noted_at, claim, round, forced, attempts, ended_at, result)
  SELECT 'key-' || n, 'key-' || n, CASE WHEN n % 100 = 0 THEN 'elsewhere' ELSE 'written-back' END, '{}', 'company', at, at,
         1, 1, false, 0, at, '95'
  FROM new_orders;
  INSERT INTO transfers.answers (key, round, number, audio_url, asked_at, took_ms, score, answer)
  SELECT key, 1, 1, 'https://audio.example/' || key, noted_at, 100, 95, '{}' FROM transfers.records;
  INSERT INTO transfers.rejections (branch, fingerprint, reason_code, reason, content, rejected_at)
  SELECT key, '\\x00', 'no-object', 'The record is no object', '5', noted_at FROM transfers.records;
`;

const rest = `
  INSERT INTO platform.idempotency_keys (scope, key, content_fingerprint, status, body, created_at)
  SELECT 'scope', n::text, '\\x00', 201, '{}', now() FROM generate_series(1, $ROWS) n;
  INSERT INTO messaging.dead_letters (event_id, consumer, topic, key, envelope, reason_code, reason, died_at, replayed_at)
  SELECT gen_random_uuid(), 'orders', 'payments.events', n::text, '{"type": "payment-captured"}', 'orders.not-payable', 'Too late',
         now() - n * interval '1 second', CASE WHEN n % 100 > 0 THEN now() END
  FROM generate_series(1, $ROWS) n;
`;

/** As they would be in the log, but for most of the values. */
const log = `
  INSERT INTO audit.statements (id, text) SELECT audit.statement_id('SELECT ' || n), 'SELECT ' || n FROM generate_series(1, 50) n;
  INSERT INTO audit.log (at, transaction_id, table_no, action, listed, row_id, actor_kind, actor_id, request_id, new_values)
  SELECT now() - (id.n || ' milliseconds')::interval, pg_current_xact_id(), tables.number,
         CASE WHEN n % 3 = 0 THEN 'U' ELSE 'I' END::"char", NOT tables.often, new_orders.id,
         'customer', new_orders.customer_id, 'request-' || id.n, '{}'
  FROM generate_series(1, $ROWS) AS id (n) JOIN new_orders USING (n)
  JOIN audit.tables ON schema_name = CASE WHEN n % 100 = 0 THEN 'identity' ELSE 'orders' END
    AND table_name = CASE WHEN n % 100 = 0 THEN 'users' WHEN n % 2 = 0 THEN 'orders' ELSE 'order_lines' END;
`;

/** So many rows are not written by the shop: what they would be in the log is put there afterwards. */
const recorders = (enabledOrNot: 'ENABLE' | 'DISABLE') => `
  DO $$
  DECLARE
    recorder record;
  BEGIN
    FOR recorder IN
      SELECT tgrelid::regclass AS relation, tgname AS name FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
      WHERE pronamespace = 'audit'::regnamespace
    LOOP
      EXECUTE format('ALTER TABLE %s ${enabledOrNot} TRIGGER %I', recorder.relation, recorder.name);
    END LOOP;
  END $$`;

export async function fillBigTables(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(recorders('DISABLE'));
    for (const sql of [people, range, orders, payments, loyalty, mail, reports, drifts, transfers, rest, log])
      await client.query(sql.replaceAll('$ROWS', String(bigTableRows)));
    await client.query(recorders('ENABLE'));
    // As autovacuum leaves them.
    await client.query('VACUUM ANALYZE');
  });
}
