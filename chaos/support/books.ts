/** What offends against the books of points, asked of the tables themselves. */
import { rowsOfEveryPartner } from '../../bench/support/postgres';

/** Of all programmes; nothing when they balance. */
export async function faultsOfBooks(ownerUrl: string): Promise<string[]> {
  return (await rowsOfEveryPartner<{ fault: string }>(ownerUrl, faults)).map(({ fault }) => fault);
}

const faults = `
  WITH moved AS (
    SELECT account_id, sum(side.points) AS points
    FROM loyalty.entries
    CROSS JOIN LATERAL (VALUES (to_account_id, points), (from_account_id, -points)) AS side (account_id, points)
    GROUP BY account_id
  ), outstanding AS (
    SELECT programme_id, sum(balance) AS points FROM loyalty.accounts WHERE member_id IS NOT NULL GROUP BY programme_id
  )
  SELECT 'the sum of programme ' || programme_id || ' is ' || sum(balance) AS fault
  FROM loyalty.accounts GROUP BY programme_id HAVING sum(balance) <> 0
  UNION ALL
  SELECT 'account ' || id || ' has ' || balance || ' and its entries make ' || coalesce(points, 0)
  FROM loyalty.accounts LEFT JOIN moved ON account_id = id WHERE balance <> coalesce(points, 0)
  UNION ALL
  SELECT 'entries speak of an account that is not there: ' || account_id
  FROM moved LEFT JOIN loyalty.accounts ON id = account_id WHERE id IS NULL
  UNION ALL
  SELECT 'member ' || external_id || ' is told to have ' || concat_ws('/', balance, pending, held)
  FROM loyalty.members
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(accounts.balance) FILTER (WHERE kind = 'available'), 0) AS available,
           coalesce(sum(accounts.balance) FILTER (WHERE kind = 'pending'), 0) AS waiting,
           coalesce(sum(accounts.balance) FILTER (WHERE kind = 'held'), 0) AS aside
    FROM loyalty.accounts WHERE member_id = members.id
  ) AS pockets
  WHERE (balance, pending, held) IS DISTINCT FROM (available, waiting, aside)
  UNION ALL
  SELECT 'less than nothing lies in ' || id FROM loyalty.accounts WHERE member_id IS NOT NULL AND balance < 0
  UNION ALL
  SELECT 'programme ' || programme_id || ' was followed to ' || total || ' and has ' || points
  FROM loyalty.followed JOIN outstanding USING (programme_id)
  WHERE total <> points AND NOT EXISTS (SELECT FROM loyalty.news WHERE news.programme_id = followed.programme_id)`;
