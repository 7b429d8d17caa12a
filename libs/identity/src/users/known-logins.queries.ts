/**
 * Which of the logins that others may know would be let in: for whoever has to be sure that demo data is not where it must not be.
 * Nobody is signed in by it, and no failure is counted.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@plaza/platform';
import { Client } from '../clients/client.entity';
import { PasswordHashing } from '../passwords/password-hashing';

export interface KnownLogin {
  /** A person's username or a machine's client id. */
  name: string;
  secret: string;
}

interface PersonWithPassword {
  username: string;
  passwordHash: string | null;
}

@Injectable()
export class KnownLogins {
  constructor(
    private readonly database: Database,
    private readonly hashing: PasswordHashing,
    private readonly clock: Clock,
  ) {}

  /** @returns the names of those whose secret is good */
  async thatAreGood(logins: readonly KnownLogin[]): Promise<string[]> {
    const good: string[] = [];
    for (const { name, secret } of logins) {
      if ((await this.isPersons(name, secret)) || (await this.isMachines(name, secret))) good.push(name);
    }
    return good;
  }

  async isThereAnAdmin(): Promise<boolean> {
    const admins = await this.database.read(
      `SELECT FROM identity.users WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1`,
    );
    return admins.length > 0;
  }

  private async isPersons(name: string, password: string): Promise<boolean> {
    const [person] = await this.database.read<PersonWithPassword>(
      `SELECT username, password_hash AS "passwordHash" FROM identity.users
       WHERE lower(username) = lower($1) AND disabled_at IS NULL`,
      [name],
    );
    return person !== undefined && this.hashing.matches(person.passwordHash, password);
  }

  private async isMachines(clientId: string, secret: string): Promise<boolean> {
    const client = await this.database.dataSource.manager.findOne(Client, {
      where: { clientId },
      relations: { partner: true },
    });
    return client?.accepts(secret, this.clock.now()) !== undefined;
  }
}
