/** What a partner was told, in the order in which it was, for whoever asks and for streams. */
import { Injectable } from '@nestjs/common';
import { InvalidInput, pageOf, type Page, type PageWish } from '@plaza/platform';
import type { ProgrammeName } from '../programmes/programme';
import { Programmes } from '../programmes/programmes';
import { toldAs, type EventRow, type PartnerEvent } from './partner-event';

const eventId = /^(?:0|[1-9]\d{0,17})$/;

@Injectable()
export class PartnerEventsQueries {
  constructor(private readonly programmes: Programmes) {}

  /** At most `limit` events after the one with this number; 0 for all. */
  async after(name: ProgrammeName, id: bigint, limit: number): Promise<PartnerEvent[]> {
    const rows = await this.programmes.readPrepared<EventRow>(
      name,
      `SELECT events.id, events.type, events.data, events.at FROM loyalty.events
       WHERE events.programme_id = programme.id AND events.id > $3::bigint ORDER BY events.id LIMIT $4`,
      [String(id), limit],
    );
    return rows.map(toldAs);
  }

  /** The number of the last event; 0 before the first. */
  async lastId(name: ProgrammeName): Promise<string> {
    const [followed] = await this.programmes.read<{ events: string }>(
      name,
      'SELECT events::text FROM loyalty.followed WHERE followed.programme_id = programme.id',
    );
    return followed?.events ?? '0';
  }

  /**
   * A page of the feed. The id of any event is a cursor, so who has heard everything goes on from the last that they have.
   * @throws InvalidInput when `after` is no id of an event
   */
  async feed(name: ProgrammeName, { limit, after = '0' }: PageWish): Promise<Page<PartnerEvent>> {
    if (!eventId.test(after)) {
      throw new InvalidInput([
        { pointer: '/after', detail: 'must be the id of an event, or the `next` of a page' },
      ]);
    }
    return pageOf(await this.after(name, BigInt(after), limit + 1), limit, ({ id }) => id);
  }
}
