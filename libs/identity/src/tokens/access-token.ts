/**
 * What an access token says about its bearer. People's tokens belong to a session; machines' tokens carry scopes. Both are
 * short-lived, because they are believed without asking the database.
 */
import type { Actor } from '@plaza/platform';
import { z } from 'zod';

export const accessTokenMs = 10 * 60 * 1000;
export const tokenIssuer = 'plaza';
export const tokenAudience = 'plaza';

const times = { iat: z.number(), exp: z.number(), nbf: z.number().optional() };
const claimsOfPerson = z.object({
  sub: z.string(),
  ...times,
  sid: z.string(),
  role: z.enum(['customer', 'staff', 'admin']),
});
const claimsOfMachine = z.object({
  sub: z.string(),
  ...times,
  scope: z.string(),
  partner: z.string().optional(),
  sandbox: z.literal(true).optional(),
});

/** Who a verified token speaks for. */
export class Caller {
  private constructor(
    readonly actor: Actor,
    /** Empty for people: what they may do follows from their role. */
    readonly scopes: ReadonlySet<string>,
    /** Null for machines. */
    readonly sessionId: string | null,
    /** What makes the token void before its time when it ends: the session; or the client, and its partner. */
    readonly revocableBy: readonly string[],
    private readonly times: { iat: number; exp: number; nbf?: number | undefined },
  ) {}

  get issuedAtMs(): number {
    return Math.round(this.times.iat * 1000);
  }

  get notBeforeMs(): number {
    return (this.times.nbf ?? 0) * 1000;
  }

  get expiresAtMs(): number {
    return this.times.exp * 1000;
  }

  /** @returns undefined when these are not the claims of one of our access tokens */
  static of(claims: unknown): Caller | undefined {
    const person = claimsOfPerson.safeParse(claims);
    if (person.success) {
      const { sub, sid, role } = person.data;
      return new Caller({ kind: role, id: sub }, new Set(), sid, [sid], person.data);
    }
    const machine = claimsOfMachine.safeParse(claims);
    if (!machine.success) return undefined;
    const { sub, scope, partner, sandbox } = machine.data;
    const actor: Actor =
      partner === undefined
        ? { kind: 'system', id: sub }
        : { kind: 'partner', id: partner, ...(sandbox && { sandbox }) };
    const revocableBy = partner === undefined ? [sub] : [sub, partner];
    return new Caller(actor, new Set(scope.split(' ')), null, revocableBy, machine.data);
  }
}
