/**
 * Takes the news that transactions left, in one place and in one order, and makes of them what partners hear: so a programme's total
 * has one history, in which every crossing is seen once, without anybody having waited for a total while writing.
 */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Signals, type Tx } from '@plaza/platform';
import type { NewsItem } from '../ledger/news';
import { exactPoints } from '../ledger/points';
import { LOYALTY_TOPIC, PARTNER_EVENTS_SIGNAL } from '../loyalty.events';
import type { Programme, ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { follow, type Followed, type Told } from './following';

const programmesAtOnceMax = 100;
const newsAtOnceMax = 200;

@Injectable()
export class FollowerService {
  constructor(
    private readonly programmes: Programmes,
    private readonly outbox: Outbox,
    private readonly signals: Signals,
  ) {}

  /** Follows every programme a bit; true when there may be more to follow. */
  async follow(): Promise<boolean> {
    return this.programmes.oneByOne(await this.programmes.withNews(programmesAtOnceMax), (name) =>
      this.followOne(name),
    );
  }

  private followOne(name: ProgrammeName): Promise<boolean> {
    return this.programmes.write(name, async (tx, programme) => {
      if (!programme) return false;
      // Whoever else follows waits here, and then finds these news gone.
      const from = await lockFollowed(tx, programme);
      const news = await tx.query<{ id: string; items: NewsItem[] }[]>(
        'SELECT id, items FROM loyalty.news WHERE programme_id = $1 ORDER BY id LIMIT $2',
        [programme.id, newsAtOnceMax],
      );
      if (news.length === 0) return false;
      const { followed, told } = follow(
        programme,
        from,
        news.flatMap(({ items }) => items),
      );
      await this.write(tx, programme, { news: news.map(({ id }) => id), followed, told });
      return true;
    });
  }

  private async write(
    tx: Tx,
    programme: Programme,
    { news, followed, told }: { news: string[]; followed: Followed; told: Told[] },
  ): Promise<void> {
    await tx.query(
      `WITH taken AS (
         DELETE FROM loyalty.news WHERE programme_id = $1 AND id = ANY ($3::bigint[])
       ), counted AS (
         UPDATE loyalty.followed SET total = $4, events = $5 WHERE programme_id = $1
       )
       INSERT INTO loyalty.events (programme_id, partner_id, id, type, data, at)
       SELECT $1, $2, event.* FROM unnest($6::bigint[], $7::text[], $8::jsonb[], $9::timestamptz[]) AS event`,
      [
        ...[programme.id, programme.name.partnerId, news, followed.total, followed.events],
        told.map(({ event }) => event.id),
        told.map(({ event }) => event.type),
        told.map(({ event }) => JSON.stringify(event.data)),
        told.map(({ event }) => event.timestamp),
      ],
    );
    if (told.length === 0) return;
    this.signals.raiseAfterCommit(PARTNER_EVENTS_SIGNAL);
    await this.outbox.add(
      tx,
      LOYALTY_TOPIC,
      told.flatMap(({ fact, event }) => (fact ? [{ fact, occurredAt: new Date(event.timestamp) }] : [])),
    );
  }
}

async function lockFollowed(tx: Tx, { id }: Programme): Promise<Followed> {
  const [row] = await tx.query<{ total: string; events: string }[]>(
    'SELECT total, events FROM loyalty.followed WHERE programme_id = $1 FOR NO KEY UPDATE',
    [id],
  );
  if (!row) throw new Error('A programme is followed from its opening on');
  return { total: exactPoints(row.total), events: exactPoints(row.events) };
}
