/** What happens to users after they are there, and how people of the staff come to be users. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, type Tx } from '@plaza/platform';
import { asIdentityRefusal, usernameTaken, userUnknown } from '../identity.errors';
import { IDENTITY_EVENTS } from '../identity.events';
import { acceptablePassword } from '../passwords/password';
import { PasswordHashing } from '../passwords/password-hashing';
import { SessionsService } from '../sessions/sessions.service';
import { User, type Profile, type ProfileChange } from './user.entity';
import { UsersQueries } from './users.queries';

export interface NewStaff {
  username: string;
  email: string;
  password: string;
  role: 'staff' | 'admin';
  fullName?: string | null;
}

@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersQueries,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
    private readonly hashing: PasswordHashing,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: a user of this name and role stays as it is, with the password it has, and is not `created`.
   * @throws PlazaError `identity.password-refused`, `identity.username-taken` by somebody of another role,
   *   `identity.email-taken`
   */
  async createStaff({ password, ...details }: NewStaff): Promise<{ user: Profile; created: boolean }> {
    const existing = await this.users.byUsername(details.username);
    if (existing) {
      if (existing.role !== details.role) throw usernameTaken();
      return { user: existing, created: false };
    }
    const passwordHash = await this.hashing.hash(acceptablePassword(password));
    const user = new User({ ...details, passwordHash, createdAt: this.clock.now() });
    try {
      await this.database.transaction((tx) => tx.insert(User, user));
    } catch (error) {
      throw asIdentityRefusal(error);
    }
    return { user: user.profile(), created: true };
  }

  /** @throws PlazaError `identity.user-unknown`, `identity.email-taken` */
  async changeProfile(userId: string, change: ProfileChange): Promise<Profile> {
    try {
      return await this.database.transaction(async (tx) => {
        const user = await this.lock(tx, userId);
        if (!user.change(change)) return user.profile();
        await tx.save(user);
        if (user.role === 'customer') {
          const fact = { type: 'customer-changed', key: user.id, data: user.customerDetails() };
          await this.outbox.add(tx, IDENTITY_EVENTS, [{ fact, occurredAt: this.clock.now() }]);
        }
        return user.profile();
      });
    } catch (error) {
      throw asIdentityRefusal(error);
    }
  }

  /**
   * From here on the user cannot sign in, and every session of theirs has ended.
   * @throws PlazaError `identity.user-unknown`
   */
  async disable(userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await this.lock(tx, userId);
      user.disable(this.clock.now());
      await tx.save(user);
      await this.sessions.endAllOf(tx, userId, 'user-disabled');
    });
  }

  private async lock(tx: Tx, userId: string): Promise<User> {
    const user = await tx.findOne(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
    if (!user) throw userUnknown();
    return user;
  }
}
