import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

const summary = `
  CREATE INDEX entries_by_time ON loyalty.entries USING brin (at) WITH (pages_per_range = 32, autosummarize = on);
`;

const moved = askingEveryPartner(
  'points_moved(since timestamptz, before timestamptz)',
  'of_partner uuid, issued numeric, used numeric, expired numeric, moves bigint, later numeric, outstanding numeric',
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
              coalesce(sum(points) FILTER (WHERE NOT inside), 0) AS later
       FROM flows GROUP BY programme_id
     )
     SELECT programmes.partner_id, coalesce(sums.issued, 0), coalesce(sums.used, 0), coalesce(sums.expired, 0),
            coalesce(sums.moves, 0), coalesce(sums.later, 0),
            (SELECT -coalesce(sum(own.balance), 0) FROM own WHERE own.programme_id = programmes.id)
     FROM loyalty.programmes LEFT JOIN sums ON sums.programme_id = programmes.id
     WHERE programmes.mode = 'live'`,
);

/**
 * Reports look at the entries of a span of time, over all programmes that are meant in earnest. Entries are written in the order of their
 * time, so a summary of each stretch of pages is enough to find them, and costs those who write next to nothing. Whoever asks
 * learns sums by partner, and nothing else.
 */
export class PointsMoved1764300000441 extends ForwardMigration {
  protected readonly sql = summary + moved;
}
