/**
 * What admins do about staff, themselves among them. Somebody who can do so must always be left: whatever takes an admin away
 * first locks all that are active, so that two who take each other away come one after the other.
 */
import { Injectable } from '@nestjs/common';
import { Clock, Database, type Actor, type Tx } from '@plaza/platform';
import { In, IsNull, Not } from 'typeorm';
import { asIdentityRefusal, lastAdmin, noAdminAnyMore, notYourself, userUnknown } from '../identity.errors';
import { acceptablePassword } from '../passwords/password';
import { PasswordHashing } from '../passwords/password-hashing';
import { SessionsService } from '../sessions/sessions.service';
import type { LoginProfile, PersonView } from './person';
import { User } from './user.entity';

export type StaffRole = 'staff' | 'admin';

export interface NewStaff {
  username: string;
  email: string;
  password: string;
  role: StaffRole;
  fullName?: string | null;
}

export interface StaffChange {
  email?: string;
  /** `null` takes the name away. */
  fullName?: string | null;
  role?: StaffRole;
}

@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly hashing: PasswordHashing,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `identity.password-refused`, `identity.username-taken`, `identity.email-taken` */
  async create({ password, ...details }: NewStaff): Promise<LoginProfile & PersonView> {
    const passwordHash = await this.hashing.hash(acceptablePassword(password));
    const user = new User({ ...details, passwordHash, createdAt: this.clock.now() });
    await this.recorded((tx) => tx.insert(User, user));
    return { ...user.loginProfile(), disabledAt: null };
  }

  /**
   * Another role ends every session of theirs: what they may do is written in their tokens.
   * @throws PlazaError `identity.user-unknown`, `identity.email-taken`; `identity.not-yourself` or `identity.last-admin` for
   *   an admin who would be none any more
   */
  async change(id: string, { role, ...change }: StaffChange, by: Actor): Promise<PersonView> {
    return this.recorded(async (tx) => {
      const user = await this.lock(tx, id, by);
      const otherRole = role !== undefined && role !== user.role;
      if (otherRole) await this.appoint(tx, user, role, by);
      if (user.change(change) || otherRole) await tx.save(user);
      return user.view();
    });
  }

  /**
   * From here on they cannot sign in, and every session of theirs has ended.
   * @throws PlazaError `identity.user-unknown`, `identity.not-yourself`, `identity.last-admin`
   */
  async disable(id: string, by: Actor): Promise<PersonView> {
    return this.recorded(async (tx) => {
      const user = await this.lock(tx, id, by);
      await this.checkOneIsLeft(tx, user, by);
      user.disable(this.clock.now());
      await tx.save(user);
      await this.sessions.endAllOf(tx, id, 'user-disabled');
      return user.view();
    });
  }

  /** @throws PlazaError `identity.user-unknown` */
  async enable(id: string, by: Actor): Promise<PersonView> {
    return this.recorded(async (tx) => {
      const user = await this.lock(tx, id, by);
      user.enable();
      await tx.save(user);
      return user.view();
    });
  }

  private async appoint(tx: Tx, user: User, role: StaffRole, by: Actor): Promise<void> {
    if (role === 'staff') await this.checkOneIsLeft(tx, user, by);
    user.appoint(role);
    await this.sessions.endAllOf(tx, user.id, 'role-changed');
  }

  private async checkOneIsLeft(tx: Tx, user: User, by: Actor): Promise<void> {
    if (user.id === by.id) throw notYourself();
    if (user.role !== 'admin' || user.disabledAt !== null) return;
    const others = await tx.countBy(User, { ...activeAdmins(), id: Not(user.id) });
    if (others === 0) throw lastAdmin();
  }

  private async recorded<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      throw asIdentityRefusal(error);
    }
  }

  /** The admins in the order of their ids, then whom it is about; the one who acts must still be an admin by then. */
  private async lock(tx: Tx, id: string, by: Actor): Promise<User> {
    const admins = await tx.find(User, {
      where: activeAdmins(),
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (by.kind === 'admin' && !admins.some((admin) => admin.id === by.id)) throw noAdminAnyMore();
    const user = await tx.findOne(User, {
      where: { id, role: In(['staff', 'admin']) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!user) throw userUnknown();
    return user;
  }
}

function activeAdmins() {
  return { role: 'admin' as const, disabledAt: IsNull() };
}
