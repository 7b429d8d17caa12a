/** What people change about themselves. */
import { Injectable } from '@nestjs/common';
import { Outbox } from '@plaza/messaging';
import { Clock, Database, PlazaError, type Tx } from '@plaza/platform';
import { asIdentityRefusal, credentialsWrong, currentPasswordWrong, userUnknown } from '../identity.errors';
import { customerChanged, IDENTITY_EVENTS } from '../identity.events';
import { LoginAttempts } from '../lockout/login-attempts';
import { acceptablePassword, normalisedPassword } from '../passwords/password';
import { PasswordHashing } from '../passwords/password-hashing';
import { SessionsService } from '../sessions/sessions.service';
import type { LoginProfile } from './person';
import { User } from './user.entity';

export interface OwnChange {
  email?: string;
  /** `null` takes the name away. */
  fullName?: string | null;
}

/** Who asks, and from where. */
export interface OwnSession {
  userId: string;
  sessionId: string;
  address: string;
}

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

@Injectable()
export class OwnAccountService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly outbox: Outbox,
    private readonly hashing: PasswordHashing,
    private readonly attempts: LoginAttempts,
    private readonly clock: Clock,
  ) {}

  /** @throws PlazaError `identity.user-unknown`, `identity.email-taken` */
  async changeProfile(userId: string, change: OwnChange): Promise<LoginProfile> {
    try {
      return await this.database.transaction(async (tx) => {
        const user = await this.lock(tx, userId);
        if (!user.change(change)) return user.loginProfile();
        await tx.save(user);
        if (user.role === 'customer') {
          const fact = customerChanged(user.customerDetails());
          await this.outbox.add(tx, IDENTITY_EVENTS, [{ fact, occurredAt: this.clock.now() }]);
        }
        return user.loginProfile();
      });
    } catch (error) {
      throw asIdentityRefusal(error);
    }
  }

  /**
   * Ends every other session at once; the one in which it was asked goes on. A wrong current password is a failed sign-in.
   * @throws PlazaError `identity.password-refused`, `identity.current-password-wrong`, `identity.sign-in-locked`
   */
  async changePassword(
    { userId, sessionId, address }: OwnSession,
    { currentPassword, newPassword }: PasswordChange,
  ): Promise<void> {
    const acceptable = acceptablePassword(newPassword, '/newPassword');
    const known = await this.database.dataSource.manager.findOneByOrFail(User, { id: userId });
    await this.prove(known, currentPassword, address);
    const passwordHash = await this.hashing.hash(acceptable);
    await this.database.transaction(async (tx) => {
      const user = await this.lock(tx, userId);
      // Changed by somebody else meanwhile: what was proved is no longer the password.
      if (user.passwordHash !== known.passwordHash) throw currentPasswordWrong();
      user.replacePassword(passwordHash);
      await tx.save(user);
      await this.sessions.endAllOf(tx, userId, 'password-changed', sessionId);
    });
  }

  /** The lockout counts what signing in would refuse; who is signed in is told so in other words. */
  private async prove({ username, passwordHash }: User, password: string, address: string): Promise<void> {
    try {
      await this.attempts.watch({ kind: 'user', name: username ?? '', address }, async () => {
        const matches = await this.hashing.matches(passwordHash, normalisedPassword(password));
        if (!matches) throw credentialsWrong();
      });
    } catch (error) {
      const wrong = error instanceof PlazaError && error.kind === 'unauthenticated';
      throw wrong ? currentPasswordWrong() : error;
    }
  }

  private async lock(tx: Tx, userId: string): Promise<User> {
    const user = await tx.findOne(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
    if (!user) throw userUnknown();
    return user;
  }
}
