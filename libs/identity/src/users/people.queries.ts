/** Lists of people for staff, newest first, and single ones. Customers and staff are never mixed. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  cursorOf,
  Database,
  instantPattern,
  InvalidInput,
  pageOf,
  partsOfCursor,
  uuidPattern,
  type Page,
  type PageWish,
} from '@plaza/platform';
import { userUnknown } from '../identity.errors';
import { normalisedDocument, type PersonView } from './person';

export interface PeopleFilter extends PageWish {
  total?: boolean;
}

export interface CustomerFilter extends PeopleFilter {
  document?: string;
  /** Words, each of which is part of the name, username, e-mail address or document number, whatever the accents. */
  q?: string;
}

export interface PeoplePage extends Page<PersonView> {
  total?: number;
}

const views = `
  SELECT id, username, email, full_name AS "fullName", document_number AS "documentNumber", role,
         created_at AS "createdAt", disabled_at AS "disabledAt"
  FROM identity.users`;
/** As the partial indexes have it, word by word. */
const areCustomers = `role = 'customer'`;
const areStaff = `role <> 'customer'`;

@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput when `q` has nothing to search for, or `after` is no cursor */
  async customers({ document, q, ...filter }: CustomerFilter): Promise<PeoplePage> {
    const conditions = new Conditions()
      .add(areCustomers)
      .add('document_number = ?', document === undefined ? undefined : normalisedDocument(document));
    for (const pattern of q === undefined ? [] : patternsOf(q)) {
      conditions.add(
        `identity.searched_person(full_name, username, email, document_number) LIKE identity.plain(?)`,
        pattern,
      );
    }
    return this.page(conditions, filter);
  }

  /** @throws InvalidInput when `after` is no cursor */
  staff(filter: PeopleFilter): Promise<PeoplePage> {
    return this.page(new Conditions().add(areStaff), filter);
  }

  /** @throws PlazaError `identity.user-unknown` */
  customer(id: string): Promise<PersonView> {
    return this.one(areCustomers, id);
  }

  /** @throws PlazaError `identity.user-unknown` */
  staffMember(id: string): Promise<PersonView> {
    return this.one(areStaff, id);
  }

  private async one(condition: string, id: string): Promise<PersonView> {
    const [person] = await this.database.read<PersonView>(`${views} WHERE id = $1 AND ${condition}`, [id]);
    if (!person) throw userUnknown();
    return person;
  }

  private async page(
    conditions: Conditions,
    { limit, after, total: isCounted }: PeopleFilter,
  ): Promise<PeoplePage> {
    const total = isCounted === true ? await this.count(conditions) : undefined;
    const [at, id] = after === undefined ? [] : partsOfCursor(after, [instantPattern, uuidPattern]);
    const { where, parameters } = conditions.add('(created_at, id) < (?::timestamptz, ?::uuid)', at, id);
    const rows = await this.database.readReplica<PersonView>(
      `${views} ${where} ORDER BY created_at DESC, id DESC LIMIT $${parameters.length + 1}`,
      [...parameters, limit + 1],
    );
    return {
      ...pageOf(rows, limit, (last) => cursorOf(last.createdAt.toISOString(), last.id)),
      ...(total !== undefined && { total }),
    };
  }

  private async count({ where, parameters }: Conditions): Promise<number> {
    const [counted] = await this.database.readReplica<{ total: string }>(
      `SELECT count(*) AS total FROM identity.users ${where}`,
      [...parameters],
    );
    return Number(counted?.total ?? 0);
  }
}

/**
 * What each word is compared with. An index of trigrams finds three characters that follow each other anywhere; what has
 * fewer it finds at the beginning of a word only, so there it is looked for.
 */
function patternsOf(q: string): string[] {
  const words = q.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0)
    throw new InvalidInput([{ pointer: '/q', detail: 'must have a letter or a digit' }]);
  return words.map((word) => {
    const literal = word.normalize('NFC').replaceAll(/[\\%_]/g, '\\$&');
    return /[\p{L}\p{N}]{3}/u.test(word) ? `%${literal}%` : `% ${literal}%`;
  });
}
