/** Signing in, staying signed in, and out. */
import { Inject, Injectable } from '@nestjs/common';
import { Clock, Database, LOGGER, type PlazaLogger, type Tx } from '@plaza/platform';
import { IsNull, Not } from 'typeorm';
import { credentialsWrong, refreshTokenInvalid } from '../identity.errors';
import { normalisedPassword } from '../passwords/password';
import { PasswordHashing } from '../passwords/password-hashing';
import { Revocations } from '../tokens/revocations';
import { hashOfSecret, newSecret } from '../tokens/secret';
import { TokenSigner } from '../tokens/token-signer';
import { acceptableUsername } from '../users/person';
import { User } from '../users/user.entity';
import { RefreshToken } from './refresh-token.entity';
import { Session, type SessionEnd } from './session.entity';

export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  tokenType: 'Bearer';
  /** Seconds until the access token expires. */
  expiresIn: number;
}

/** A session that may go on, with the secret of its next refresh token. */
interface Continued {
  session: Session;
  secret: string;
}

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly hashing: PasswordHashing,
    private readonly signer: TokenSigner,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: PlazaLogger,
  ) {}

  /** @throws PlazaError `identity.credentials-wrong`, whatever is wrong and always in the same time */
  async logIn(username: string, password: string): Promise<SessionTokens> {
    const known = await this.find(username);
    const matches = await this.hashing.matches(known?.passwordHash ?? null, normalisedPassword(password));
    if (!known || !matches) throw credentialsWrong();
    return this.tokens(await this.database.transaction((tx) => this.begin(tx, known)));
  }

  /**
   * A refresh token is good once. One that comes again ends its session, whoever holds the newer one, unless it was spent last
   * of all and only a moment ago.
   * @throws PlazaError `identity.refresh-token-invalid`
   */
  async refresh(refreshToken: string): Promise<SessionTokens> {
    // The refusal is thrown outside: within, it would undo the end of the session.
    const continued = await this.database.transaction((tx) => this.rotate(tx, hashOfSecret(refreshToken)));
    if (!continued) throw refreshTokenInvalid();
    return this.tokens(continued);
  }

  async logOut(sessionId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const session = await tx.findOne(Session, {
        where: { id: sessionId },
        lock: { mode: 'pessimistic_write' },
      });
      if (session) await this.end(tx, [session], 'logged-out');
    });
  }

  /**
   * Part of the transaction in which what the user signed in with, or may do, ends.
   * @param except the session in which that was asked, where it goes on
   */
  async endAllOf(tx: Tx, userId: string, reason: SessionEnd, except?: string): Promise<void> {
    const sessions = await tx.find(Session, {
      where: { userId, endedAt: IsNull(), ...(except !== undefined && { id: Not(except) }) },
      lock: { mode: 'pessimistic_write' },
    });
    await this.end(tx, sessions, reason);
  }

  private async find(username: string): Promise<User | null> {
    if (!acceptableUsername.test(username)) return null;
    return this.database.dataSource
      .createQueryBuilder(User, 'user')
      .where('lower(user.username) = lower(:username)', { username })
      .getOne();
  }

  /**
   * Locks the user, so that disabling them comes before this session or ends it, and so does another password than the one
   * that was proved.
   */
  private async begin(tx: Tx, { id, passwordHash }: User): Promise<Continued> {
    const user = await tx.findOne(User, { where: { id }, lock: { mode: 'pessimistic_read' } });
    if (!user?.mayLogIn || user.passwordHash !== passwordHash) throw credentialsWrong();
    const session = new Session({ user, createdAt: this.clock.now() });
    await tx.insert(Session, session);
    return { session, secret: await this.issue(tx, session) };
  }

  private async rotate(tx: Tx, hash: string): Promise<Continued | undefined> {
    const token = await lockedToken(tx, hash);
    if (!token) return undefined;
    const { session } = token;
    const now = this.clock.now();
    if (token.isGoodAt(now)) {
      token.spend(now);
      await tx.update(RefreshToken, { hash }, { usedAt: token.usedAt });
      await tx.update(Session, { id: session.id }, { generation: session.generation });
    } else if (!token.mayBeRepeatedAt(now)) {
      if (token.wasSpent && session.isOpen) await this.endReused(tx, session);
      return undefined;
    }
    return { session, secret: await this.issue(tx, session) };
  }

  private async endReused(tx: Tx, session: Session): Promise<void> {
    const { id: sessionId, userId } = session;
    this.logger.warn({ sessionId, userId }, 'A spent refresh token came again; its session was ended');
    await this.end(tx, [session], 'token-reused');
  }

  private async issue(tx: Tx, session: Session): Promise<string> {
    const secret = newSecret();
    await tx.insert(RefreshToken, new RefreshToken({ secret, session, issuedAt: this.clock.now() }));
    return secret;
  }

  private async end(tx: Tx, sessions: Session[], reason: SessionEnd): Promise<void> {
    const at = this.clock.now();
    const open = sessions.filter(({ endedAt }) => endedAt === null);
    if (open.length === 0) return;
    for (const session of open) session.end(reason, at);
    await tx.save(open);
    this.revocations.spread(
      open.map(({ id }) => id),
      at,
    );
  }

  private async tokens({ session, secret }: Continued): Promise<SessionTokens> {
    const { accessToken, expiresIn } = await this.signer.forSession(session);
    return { accessToken, refreshToken: secret, tokenType: 'Bearer', expiresIn };
  }
}

function lockedToken(tx: Tx, hash: string): Promise<RefreshToken | null> {
  return tx
    .createQueryBuilder(RefreshToken, 'token')
    .innerJoinAndSelect('token.session', 'session')
    .innerJoinAndSelect('session.user', 'user')
    .where('token.hash = :hash', { hash })
    .setLock('pessimistic_write', undefined, ['token', 'session'])
    .getOne();
}
