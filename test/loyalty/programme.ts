/** A partner's programme in a test's world: its machine, its members, and what is done with their points. */
import { randomUUID } from 'node:crypto';
import { ClientsService, PartnersService } from '@plaza/identity';
import type { ProgrammeMode } from '@plaza/loyalty';
import type { Answer, Client } from '#test/client';
import { eventually } from '#test/eventually';
import type { World } from '#test/world';
import { rowsOfEveryPartner as rowsFound } from '../../bench/support/postgres';
import { faultsOfBooks as faultsFound } from '../../chaos/support/books';

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

/** What offends against the books of all programmes; nothing when they balance. */
export function faultsOfBooks(ownerUrl: string): Promise<string[]> {
  return eventually(() => faultsFound(ownerUrl));
}

/** As the owner of the tables may see them; a server that is busy with a load is asked until it lets one in. */
export function rowsOfEveryPartner<Row extends object>(ownerUrl: string, sql: string): Promise<Row[]> {
  return eventually(() => rowsFound<Row>(ownerUrl, sql));
}
