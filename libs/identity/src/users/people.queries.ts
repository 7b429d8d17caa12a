/** Lists of people for staff, newest first, and single ones. Customers and staff are never mixed. */
import { Injectable } from '@nestjs/common';
import {
  Conditions,
  Database,
  InvalidInput,
  readList,
  type CountedPage,
  type StaffPageWish,
} from '@plaza/platform';
import { userUnknown } from '../identity.errors';
import { normalisedDocument, type PersonView } from './person';

export interface CustomerFilter extends StaffPageWish {
  document?: string;
  /** Words, each of which is part of the name, username, e-mail address or document number, whatever the accents. */
  q?: string;
}

export type PeoplePage = CountedPage<PersonView>;

const columns = `
  id, username, email, full_name AS "fullName", document_number AS "documentNumber", role,
         created_at AS "createdAt", disabled_at AS "disabledAt"`;
/** As the partial indexes have it, word by word. */
const areCustomers = `role = 'customer'`;
const areStaff = `role <> 'customer'`;

@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** @throws InvalidInput when `q` has nothing to search for, or `after` is no cursor */
  async customers({ document, q, ...page }: CustomerFilter): Promise<PeoplePage> {
    const conditions = new Conditions()
      .add(areCustomers)
      .add('document_number = ?', document === undefined ? undefined : normalisedDocument(document));
    for (const pattern of q === undefined ? [] : patternsOf(q)) {
      conditions.add(
        `identity.searched_person(full_name, username, email, document_number) LIKE identity.plain(?)`,
        pattern,
      );
    }
    return this.page(conditions, page);
  }

  /** @throws InvalidInput when `after` is no cursor */
  staff(page: StaffPageWish): Promise<PeoplePage> {
    return this.page(new Conditions().add(areStaff), page);
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
    const [person] = await this.database.read<PersonView>(
      `SELECT ${columns} FROM identity.users WHERE id = $1 AND ${condition}`,
      [id],
    );
    if (!person) throw userUnknown();
    return person;
  }

  private page(conditions: Conditions, page: StaffPageWish): Promise<PeoplePage> {
    return readList<PersonView>(
      (sql, parameters) => this.database.readReplica(sql, parameters),
      {
        table: 'identity.users',
        columns,
        conditions,
        place: [
          ['created_at', 'instant'],
          ['id', 'uuid'],
        ],
        sort: '-createdAt',
        placeOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
      },
      page,
    );
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
