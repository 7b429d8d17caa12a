/** Lists of people for staff, newest first, and single ones. Customers and staff are never mixed. */
import { Injectable } from '@nestjs/common';
import { Database, InvalidInput } from '@plaza/platform';
import { userUnknown } from '../identity.errors';
import { cursorOf, placeOfCursor } from './people-cursor';
import { normalisedDocument, type PersonView } from './person';

export interface PeopleFilter {
  limit: number;
  after?: string;
  total?: boolean;
}

export interface CustomerFilter extends PeopleFilter {
  document?: string;
  /** Words, each of which is part of the name, username, e-mail address or document number, whatever the accents. */
  q?: string;
}

export interface PeoplePage {
  items: PersonView[];
  next: string | null;
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
    const parameters: unknown[] = [];
    const conditions = [areCustomers];
    if (document !== undefined) {
      conditions.push(`document_number = $${parameters.push(normalisedDocument(document))}`);
    }
    for (const pattern of q === undefined ? [] : patternsOf(q)) {
      conditions.push(
        `identity.searched_person(full_name, username, email, document_number)
           LIKE identity.plain($${parameters.push(pattern)})`,
      );
    }
    return this.page(conditions, parameters, filter);
  }

  /** @throws InvalidInput when `after` is no cursor */
  staff(filter: PeopleFilter): Promise<PeoplePage> {
    return this.page([areStaff], [], filter);
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
    conditions: readonly string[],
    parameters: readonly unknown[],
    { limit, after, total }: PeopleFilter,
  ): Promise<PeoplePage> {
    const all = conditions.join(' AND ');
    const { at, id } = after === undefined ? {} : placeOfCursor(after);
    const last = parameters.length;
    const beyond =
      at === undefined ? '' : `AND (created_at, id) < ($${last + 2}::timestamptz, $${last + 3}::uuid)`;
    const rows = await this.database.readReplica<PersonView>(
      `${views} WHERE ${all} ${beyond} ORDER BY created_at DESC, id DESC LIMIT $${last + 1}`,
      [...parameters, limit + 1, ...(at === undefined ? [] : [at, id])],
    );
    const items = rows.slice(0, limit);
    const ending = rows.length > limit ? items.at(-1) : undefined;
    return {
      items,
      next: ending ? cursorOf(ending) : null,
      ...(total === true && { total: await this.count(all, parameters) }),
    };
  }

  private async count(conditions: string, parameters: readonly unknown[]): Promise<number> {
    const [counted] = await this.database.readReplica<{ total: string }>(
      `SELECT count(*) AS total FROM identity.users WHERE ${conditions}`,
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
