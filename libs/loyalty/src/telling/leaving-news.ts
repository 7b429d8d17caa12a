/** Leaves news for the follower beside the ledger's: in the transaction that made them true, or not at all. */
import type { Tx } from '@plaza/platform';
import type { NewsItem } from '../ledger/news';
import type { Programme } from '../programmes/programme';

export async function leaveNews(tx: Tx, programme: Programme, items: readonly NewsItem[]): Promise<void> {
  await tx.query('INSERT INTO loyalty.news (partner_id, programme_id, items) VALUES ($1, $2, $3)', [
    programme.name.partnerId,
    programme.id,
    JSON.stringify(items),
  ]);
}
