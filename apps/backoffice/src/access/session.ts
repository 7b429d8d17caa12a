/**
 * Who is signed in. The access token lives in memory alone. The refresh token is kept by the browser, so that a reload and a second
 * tab need no password; it is good for one use, so tabs renew one after the other, and the session that ends in one of them ends in
 * all.
 */
import type { Schema } from '@plaza/client';
import { Refusal, refusalOf, unreachableRefusal } from '../server/problem';
import { translate } from '../words/translate';

export type Profile = Schema<'ProfileDto'>;
type Tokens = Schema<'SessionTokensDto'>;

const refreshTokenKey = 'plaza.refresh-token';
const lockName = 'plaza.session';
/** A token that is about to expire might have by the time it arrives. */
const expiresSoonMs = 10_000;

class Session {
  private access: { token: string; expiresAtMs: number } | undefined;
  private renewal: Promise<string | undefined> | undefined;
  private profile: Promise<Profile> | undefined;
  private readonly listeners = new Set<() => void>();
  private began = this.isOpen;

  constructor() {
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === refreshTokenKey && newValue === null) this.end();
    });
  }

  get isOpen(): boolean {
    return localStorage.getItem(refreshTokenKey) !== null;
  }

  /** @throws Refusal */
  async signIn(username: string, password: string): Promise<void> {
    this.keep(await post<Tokens>('/v1/identity/token', { username, password }));
  }

  async signOut(): Promise<void> {
    const token = this.access?.token;
    this.end();
    // Whether it is heard or not, this browser has forgotten both tokens.
    if (token !== undefined) await post('/v1/identity/logout', {}, token).catch(() => undefined);
  }

  /** @returns a token that is good for a while; undefined when nobody is signed in any more */
  async token(): Promise<string | undefined> {
    const { access } = this;
    if (access && access.expiresAtMs - Date.now() > expiresSoonMs) return access.token;
    return this.renew();
  }

  /**
   * For all who ask at the same time once.
   * @throws Refusal when nobody answers; the session may still be good then
   */
  renew(): Promise<string | undefined> {
    this.renewal ??= inTurn(() => this.renewNow()).finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  /** @throws Refusal */
  who(): Promise<Profile> {
    this.profile ??= this.askWho().catch((error: unknown) => {
      this.profile = undefined;
      throw error;
    });
    return this.profile;
  }

  /** @returns what stops listening */
  onEnd(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async renewNow(): Promise<string | undefined> {
    // Another tab may have renewed it while this one waited for its turn.
    const refreshToken = localStorage.getItem(refreshTokenKey);
    if (refreshToken === null) return undefined;
    try {
      return this.keep(await post<Tokens>('/v1/identity/token/refresh', { refreshToken }));
    } catch (error) {
      if (!isRefused(error)) throw error;
      this.end();
      return undefined;
    }
  }

  private async askWho(): Promise<Profile> {
    const token = await this.token();
    if (token === undefined) throw new Refusal(translate('ra.auth.auth_check_error'), 401);
    const response = await fetch('/v1/identity/me', { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw await refusalOf(response);
    return (await response.json()) as Profile;
  }

  private keep({ accessToken, refreshToken, expiresIn }: Tokens): string {
    this.began = true;
    this.access = { token: accessToken, expiresAtMs: Date.now() + expiresIn * 1_000 };
    localStorage.setItem(refreshTokenKey, refreshToken);
    return accessToken;
  }

  private end(): void {
    // Whoever is told signs out in turn.
    if (!this.began) return;
    this.began = false;
    this.access = undefined;
    this.profile = undefined;
    localStorage.removeItem(refreshTokenKey);
    for (const listener of this.listeners) listener();
  }
}

export const session = new Session();

/** One tab at a time. Where the browser knows no locks, Plaza's grace for a repeated answer has to do. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? navigator.locks.request(lockName, work) : work();
}

const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'status' in error && (error.status === 401 || error.status === 400);

async function post<Answer>(path: string, body: object, token?: string): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => Promise.reject(unreachableRefusal()));
  if (!response.ok) throw await refusalOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
