/** Partners and their clients as admins see them. Of secrets it is told only until when an earlier one is good. */
import { Injectable } from '@nestjs/common';
import {
  Clock,
  Conditions,
  cursorOf,
  Database,
  pageOf,
  partsOfCursor,
  readList,
  type CountedPage,
  type Page,
  type PageWish,
  type StaffPageWish,
} from '@plaza/platform';
import type { ClientMode } from '../clients/client.entity';
import { partnerUnknown } from '../identity.errors';
import type { PartnerView } from './partner.entity';

export interface ClientView {
  clientId: string;
  name: string;
  scopes: string[];
  /** Which programme of the partner it works in. */
  mode: ClientMode;
  createdAt: Date;
  disabledAt: Date | null;
  /** Until when the secret before the present one is good; null when there is none. */
  previousSecretExpiresAt: Date | null;
}

const partnerColumns = 'id, name, created_at AS "createdAt", disabled_at AS "disabledAt"';
const clientId = /^[A-Za-z0-9._-]{3,100}$/;

@Injectable()
export class PartnersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `identity.partner-unknown` */
  async get(id: string): Promise<PartnerView> {
    const [partner] = await this.database.read<PartnerView>(
      `SELECT ${partnerColumns} FROM identity.partners WHERE id = $1`,
      [id],
    );
    if (!partner) throw partnerUnknown();
    return partner;
  }

  /** How partners are called, by id. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.readReplica<{ id: string; name: string }>(
      'SELECT id, name FROM identity.partners WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * The oldest first.
   * @throws InvalidInput when `after` is no cursor
   */
  list(page: StaffPageWish): Promise<CountedPage<PartnerView>> {
    return readList<PartnerView>(
      (sql, parameters) => this.database.read(sql, parameters),
      {
        table: 'identity.partners',
        columns: partnerColumns,
        conditions: new Conditions(),
        place: [['id', 'uuid']],
        sort: 'createdAt',
        placeOf: ({ id }) => [id],
      },
      page,
    );
  }

  /**
   * By id, those that are disabled too.
   * @throws PlazaError `identity.partner-unknown`; InvalidInput when `after` is no cursor
   */
  async clientsOf(partnerId: string, { limit, after }: PageWish): Promise<Page<ClientView>> {
    await this.get(partnerId);
    const rows = await this.database.read<ClientView>(
      `SELECT client_id AS "clientId", name, scopes, mode, created_at AS "createdAt", disabled_at AS "disabledAt",
              CASE WHEN previous_secret_until > $4 THEN previous_secret_until END AS "previousSecretExpiresAt"
       FROM identity.clients
       WHERE partner_id = $2 AND ($3::text IS NULL OR client_id COLLATE "C" > $3)
       ORDER BY client_id COLLATE "C" LIMIT $1`,
      [limit + 1, partnerId, lastClientOf(after), this.clock.now()],
    );
    return pageOf(rows, limit, (last) => cursorOf(last.clientId));
  }
}

/** A cursor is the id of the last client of the page before. */
function lastClientOf(after: string | undefined): string | null {
  const [place = null] = after === undefined ? [] : partsOfCursor(after, [clientId]);
  return place;
}
