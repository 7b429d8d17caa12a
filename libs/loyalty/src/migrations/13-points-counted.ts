import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

const counted = askingEveryPartner(
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
            (SELECT -coalesce(sum(own.balance), 0) FROM own WHERE own.programme_id = programmes.id),
            coalesce(sums.issues, 0), coalesce(sums.uses, 0), coalesce(sums.expiries, 0)
     FROM loyalty.programmes LEFT JOIN sums ON sums.programme_id = programmes.id
     WHERE programmes.mode = 'live'`,
);

/** As before, and how many entries each sum is made of. What a function tells is changed by making it anew. */
export class PointsCounted1764900000776 extends ForwardMigration {
  protected readonly sql = `
    DROP FUNCTION loyalty.points_moved(timestamptz, timestamptz);
    ${counted}
  `;
}
