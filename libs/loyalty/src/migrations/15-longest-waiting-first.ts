import { ForwardMigration } from '@plaza/platform';
import { askingEveryPartner } from './rows-of-one-partner';

const clock = `by_our_clock + programmes.clock_ahead_ms * interval '1 millisecond'`;

/** Of a programme that has something to do: since when it waits, by our clock. */
const asking = [
  [
    'programmes_with_news(most integer)',
    `CROSS JOIN LATERAL (
       SELECT news.id AS since FROM loyalty.news WHERE news.programme_id = programmes.id ORDER BY news.id LIMIT 1
     ) AS waiting`,
  ],
  [
    'programmes_due(by_our_clock timestamptz, most integer)',
    `CROSS JOIN LATERAL (
       SELECT accounts.due_at - programmes.clock_ahead_ms * interval '1 millisecond' AS since FROM loyalty.accounts
       WHERE accounts.programme_id = programmes.id AND accounts.due_at <= ${clock}
       ORDER BY accounts.due_at LIMIT 1
     ) AS waiting`,
  ],
  [
    'programmes_with_tiers_due(by_our_clock timestamptz, most integer)',
    // Of members who were not looked at since tiers were declared anew nobody knows since when: they are as old as the programme.
    `CROSS JOIN LATERAL (
       SELECT min(found.since) AS since FROM (
         (SELECT members.tier_due_at - programmes.clock_ahead_ms * interval '1 millisecond' AS since FROM loyalty.members
          WHERE members.programme_id = programmes.id AND members.tier_due_at <= ${clock}
          ORDER BY members.tier_due_at LIMIT 1)
         UNION ALL
         (SELECT programmes.opened_at FROM loyalty.members
          WHERE members.programme_id = programmes.id AND members.tier_revision < programmes.tier_revision LIMIT 1)
       ) AS found
       HAVING min(found.since) IS NOT NULL
     ) AS waiting`,
  ],
].map(([head = '', waiting = '']) =>
  askingEveryPartner(
    head,
    'of_partner uuid, of_mode text',
    `SELECT programmes.partner_id, programmes.mode FROM loyalty.programmes ${waiting}
     WHERE programmes.ended_at IS NULL ORDER BY waiting.since, programmes.id LIMIT most`,
  ),
);

/** As before, but that whoever waited longest comes first: where more are busy than are asked for, each has its turn. */
export class LongestWaitingFirst1765000000841 extends ForwardMigration {
  protected readonly sql = asking.join('');
}
