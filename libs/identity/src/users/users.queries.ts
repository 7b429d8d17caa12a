/** Who is who, for screens and for other contexts. */
import { Injectable } from '@nestjs/common';
import { Database } from '@plaza/platform';
import { userUnknown } from '../identity.errors';
import { normalisedDocument, type LoginProfile, type Profile } from './person';

const profiles = `
  SELECT id, username, email, full_name AS "fullName", document_number AS "documentNumber", role,
         created_at AS "createdAt"
  FROM identity.users`;

@Injectable()
export class UsersQueries {
  constructor(private readonly database: Database) {}

  async byId(id: string): Promise<Profile | undefined> {
    const [profile] = await this.database.read<Profile>(`${profiles} WHERE id = $1`, [id]);
    return profile;
  }

  /** @throws PlazaError `identity.user-unknown` */
  async get(id: string): Promise<Profile> {
    const profile = await this.byId(id);
    if (!profile) throw userUnknown();
    return profile;
  }

  /** How people are called, by id. */
  async names(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.readReplica<{ id: string; name: string }>(
      'SELECT id, coalesce(full_name, username, document_number) AS name FROM identity.users WHERE id = ANY ($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async byDocument(documentNumber: string): Promise<Profile | undefined> {
    const [profile] = await this.database.read<Profile>(`${profiles} WHERE document_number = $1`, [
      normalisedDocument(documentNumber),
    ]);
    return profile;
  }

  async byUsername(username: string): Promise<LoginProfile | undefined> {
    const [profile] = await this.database.read<LoginProfile>(
      `${profiles} WHERE lower(username) = lower($1)`,
      [username],
    );
    return profile;
  }
}
