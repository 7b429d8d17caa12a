import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

const summed = askingEveryPartner(
  'points_moved(since timestamptz, before timestamptz)',
  'of_partner uuid, issued numeric, used numeric, expired numeric, moves bigint, later numeric, outstanding numeric, issues bigint, uses bigint, expiries bigint',
  `WITH own AS (
       SELECT accounts.id, accounts.programme_id, accounts.kind, accounts.balance
       FROM loyalty.accounts JOIN loyalty.programmes ON programmes.id = accounts.programme_id
       WHERE accounts.stripe IS NOT NULL AND programmes.mode = 'live'
     ), moved AS (
       SELECT entries.programme_id, source.kind AS source, target.kind AS target, entries.points, entries.at < before AS inside
       FROM loyalty.entries
       LEFT JOIN own AS source ON source.id = entries.from_account_id
       LEFT JOIN own AS target ON target.id = entries.to_account_id
       WHERE entries.at >= since
     ), flows AS (
       SELECT programme_id, source AS kind, points, inside FROM moved WHERE source IS NOT NULL
       UNION ALL SELECT programme_id, target, -points, inside FROM moved WHERE target IS NOT NULL
     ), held AS (
       SELECT programme_id, -sum(balance) AS points FROM own GROUP BY programme_id
     ), sums AS (
       SELECT programme_id,
              coalesce(sum(points) FILTER (WHERE kind = 'issued' AND inside), 0) AS issued,
              coalesce(-sum(points) FILTER (WHERE kind = 'redeemed' AND inside), 0) AS used,
              coalesce(-sum(points) FILTER (WHERE kind = 'expired' AND inside), 0) AS expired,
              count(*) FILTER (WHERE kind <> 'transit' AND inside) AS moves,
              count(*) FILTER (WHERE kind = 'issued' AND inside) AS issues,
              count(*) FILTER (WHERE kind = 'redeemed' AND inside) AS uses,
              count(*) FILTER (WHERE kind = 'expired' AND inside) AS expiries,
              coalesce(sum(points) FILTER (WHERE NOT inside), 0) AS later
       FROM flows GROUP BY programme_id
     )
     SELECT programmes.partner_id, coalesce(sums.issued, 0), coalesce(sums.used, 0), coalesce(sums.expired, 0),
            coalesce(sums.moves, 0), coalesce(sums.later, 0),
            coalesce(held.points, 0),
            coalesce(sums.issues, 0), coalesce(sums.uses, 0), coalesce(sums.expiries, 0)
     FROM loyalty.programmes
     LEFT JOIN sums ON sums.programme_id = programmes.id
     LEFT JOIN held ON held.programme_id = programmes.id
     WHERE programmes.mode = 'live'`,
);

/**
 * As before, with work that grows with the entries and not with how many partners there are for each of them. Under row security PostgreSQL expects hardly
 * any row of any table, and would compare every entry with every account of every partner: it is told to join by hashes.
 */
export class PointsSummed1765000000844 extends ForwardMigration {
  protected readonly sql = `
    ${summed}
    ALTER FUNCTION loyalty.points_moved(timestamptz, timestamptz) SET enable_nestloop = off;
  `;
}
