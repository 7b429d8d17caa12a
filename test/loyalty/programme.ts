/** A partner's programme in a test's world: its machine, its members, and what is done with their points. */
import { randomUUID } from 'node:crypto';
import { ClientsService, PartnersService } from '@plaza/identity';
import { withClient } from '@plaza/engines';
import type { ProgrammeMode } from '@plaza/loyalty';
import type { Answer, Client } from '#test/client';
import { eventually } from '#test/eventually';
import type { World } from '#test/world';

const scopes = ['loyalty:read', 'loyalty:write', 'loyalty:settings', 'loyalty:sandbox'];

export interface SaidOfPoints {
  description?: string;
  occurredAt?: string;
  sourceId?: string;
  availableFrom?: Date | undefined;
  expiresAt?: Date | undefined;
}

export class PartnerProgramme {
  client: Client;
  token = '';
  private readonly credentials = { clientId: `machine-${randomUUID()}`, secret: randomUUID() + randomUUID() };

  private constructor(
    private readonly world: World,
    readonly partnerId: string,
  ) {
    this.client = world.anyone;
  }

  static async open(world: World): Promise<PartnerProgramme> {
    const { id } = await world.app.get(PartnersService).create(`Partner ${randomUUID()}`);
    return this.of(world, id, 'live');
  }

  /** The sandbox of the same partner. */
  sandbox(): Promise<PartnerProgramme> {
    return PartnerProgramme.of(this.world, this.partnerId, 'sandbox');
  }

  private static async of(world: World, id: string, mode: ProgrammeMode): Promise<PartnerProgramme> {
    const programme = new PartnerProgramme(world, id);
    const { credentials } = programme;
    await world.app.get(ClientsService).ensure({ ...credentials, name: 'Till', scopes, partnerId: id, mode });
    return programme.signIn();
  }

  /** To be done again when the test's clock has gone on: tokens live for minutes. */
  async signIn(): Promise<this> {
    const { clientId, secret } = this.credentials;
    this.token = (await this.world.app.get(ClientsService).token(clientId, secret)).accessToken;
    this.client = this.world.anyone.withToken(this.token);
    return this;
  }

  /** @returns the member's external id */
  async member(externalId = `member-${randomUUID().slice(0, 8)}`): Promise<string> {
    await expectOk(this.client.post('/v1/loyalty/members', { externalId }));
    return externalId;
  }

  accrue(externalId: string, points: number, said: SaidOfPoints = {}): Promise<Answer> {
    return this.client.post(`/v1/loyalty/members/${externalId}/accruals`, spoken(points, said));
  }

  redeem(externalId: string, points: number, said: SaidOfPoints = {}): Promise<Answer> {
    return this.client.post(`/v1/loyalty/members/${externalId}/redemptions`, spoken(points, said));
  }

  hold(externalId: string, points: number, said: SaidOfPoints = {}): Promise<Answer> {
    return this.client.post(`/v1/loyalty/members/${externalId}/holds`, spoken(points, said));
  }

  capture(holdId: string, points?: number): Promise<Answer> {
    return this.client.post(`/v1/loyalty/holds/${holdId}/capture`, points === undefined ? {} : { points });
  }

  release(holdId: string): Promise<Answer> {
    return this.client.post(`/v1/loyalty/holds/${holdId}/release`);
  }

  transfer(from: string, to: string, points: number, said: SaidOfPoints = {}): Promise<Answer> {
    return this.client.post('/v1/loyalty/transfers', { from, to, ...spoken(points, said) });
  }

  reverse(entryId: string, description = 'A mistake'): Promise<Answer> {
    return this.client.post(`/v1/loyalty/entries/${entryId}/reversal`, { description });
  }

  /** What can be used now, what later, and what is set aside. */
  async sums(externalId: string, asOf?: Date): Promise<[balance: number, pending: number, held: number]> {
    const query = asOf === undefined ? {} : { asOf: asOf.toISOString() };
    const { body } = await expectOk(this.client.get(`/v1/loyalty/members/${externalId}/balance`, { query }));
    return [body.balance, body.pending, body.held];
  }

  /** The statement, oldest first. */
  async categories(externalId: string): Promise<[category: string, points: number, balance: number][]> {
    const { body } = await expectOk(this.client.get(`/v1/loyalty/members/${externalId}/entries?limit=100`));
    const items = body.items as { category: string; points: number; balance: number }[];
    return items.reverse().map(({ category, points, balance }) => [category, points, balance]);
  }

  /** Everything that the partner was told. */
  async events(): Promise<{ id: string; type: string; data: Record<string, unknown> }[]> {
    const { body } = await expectOk(this.client.get('/v1/loyalty/events?limit=100'));
    return body.items;
  }
}

function spoken(points: number, { description = 'Coffee', occurredAt, sourceId, ...dates }: SaidOfPoints) {
  return {
    ...{ points, description, sourceId: sourceId ?? randomUUID() },
    occurredAt: occurredAt ?? '2026-11-20T08:00:00.000Z',
    ...dates,
  };
}

export async function expectOk(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** What offends against the books of all programmes, asked of the tables themselves; nothing when they balance. */
export async function faultsOfBooks(ownerUrl: string): Promise<string[]> {
  return (await rowsOfEveryPartner<{ fault: string }>(ownerUrl, faults)).map(({ fault }) => fault);
}

/** As the owner of the tables may see them; a server that is busy with a load is asked until it lets one in. */
export function rowsOfEveryPartner<Row extends object>(ownerUrl: string, sql: string): Promise<Row[]> {
  return eventually(() =>
    withClient(ownerUrl, async (client) => {
      await client.query(`SET plaza.every_partner = 'on'`);
      return (await client.query(sql)).rows as Row[];
    }),
  );
}

const faults = `
  WITH moved AS (
    SELECT account_id, sum(side.points) AS points
    FROM loyalty.entries
    CROSS JOIN LATERAL (VALUES (to_account_id, points), (from_account_id, -points)) AS side (account_id, points)
    GROUP BY account_id
  ), outstanding AS (
    SELECT programme_id, sum(balance) AS points FROM loyalty.accounts WHERE member_id IS NOT NULL GROUP BY programme_id
  )
  SELECT 'the sum of programme ' || programme_id || ' is ' || sum(balance) AS fault
  FROM loyalty.accounts GROUP BY programme_id HAVING sum(balance) <> 0
  UNION ALL
  SELECT 'account ' || id || ' has ' || balance || ' and its entries make ' || coalesce(points, 0)
  FROM loyalty.accounts LEFT JOIN moved ON account_id = id WHERE balance <> coalesce(points, 0)
  UNION ALL
  SELECT 'entries speak of an account that is not there: ' || account_id
  FROM moved LEFT JOIN loyalty.accounts ON id = account_id WHERE id IS NULL
  UNION ALL
  SELECT 'member ' || external_id || ' is told to have ' || concat_ws('/', balance, pending, held)
  FROM loyalty.members
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(accounts.balance) FILTER (WHERE kind = 'available'), 0) AS available,
           coalesce(sum(accounts.balance) FILTER (WHERE kind = 'pending'), 0) AS waiting,
           coalesce(sum(accounts.balance) FILTER (WHERE kind = 'held'), 0) AS aside
    FROM loyalty.accounts WHERE member_id = members.id
  ) AS pockets
  WHERE (balance, pending, held) IS DISTINCT FROM (available, waiting, aside)
  UNION ALL
  SELECT 'less than nothing lies in ' || id FROM loyalty.accounts WHERE member_id IS NOT NULL AND balance < 0
  UNION ALL
  SELECT 'programme ' || programme_id || ' was followed to ' || total || ' and has ' || points
  FROM loyalty.followed JOIN outstanding USING (programme_id)
  WHERE total <> points AND NOT EXISTS (SELECT FROM loyalty.news WHERE news.programme_id = followed.programme_id)`;
