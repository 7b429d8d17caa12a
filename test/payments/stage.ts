/** Plaza with the stranger it takes payments from and for: the simulator in the same process, known accounts, people. */
import { randomUUID } from 'node:crypto';
import { freePort } from '@plaza/engines';
import { ClientsService, UsersService } from '@plaza/identity';
import { AccountsService, type CensusEntry } from '@plaza/payments';
import type { Client } from '#test/client';
import type { FreshDatabase } from '#test/database';
import { EventReader } from '#test/event-reader';
import { World, type WorldOptions } from '#test/world';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';

export const accountsMax = 2_000;
const feedClient = { clientId: 'the-stream', secret: 'a secret of more than thirty-two characters' };
const staffPassword = 'correct horse battery';

export interface StageOptions extends WorldOptions {
  /** The simulator of another stage, to go on with after a crash. */
  simulator?: Simulator;
}

export interface PaymentFields {
  payment_id: string;
  account_id: number;
  payment_type: string;
  credit_card?: string | null;
  amount: number;
}

export class Stage {
  private constructor(
    readonly world: World,
    readonly simulator: Simulator,
    public staff: Client,
    public machine: Client,
  ) {}

  static async start({ simulator: given, ...options }: StageOptions = {}): Promise<Stage> {
    const port = given?.port ?? (await freePort());
    const simulatorUrl = `http://127.0.0.1:${String(port)}`;
    const world = await World.start({
      ...options,
      variables: {
        GATEWAY_URL: simulatorUrl,
        ERROR_LOG_URL: simulatorUrl,
        GATEWAY_TIMEOUT_MS: '2000',
        ...options.variables,
      },
    });
    const feed = { url: world.url, clientId: feedClient.clientId, clientSecret: feedClient.secret };
    const simulator =
      given ?? (await startSimulator({ port, seed: 'stage', hangMsMax: 3_000, destination: { feed } }));
    await world.app.get(AccountsService).importAccounts(accounts(1, accountsMax));
    await ensurePeople(world);
    return new Stage(world, simulator, await staffOf(world), await machineOf(world));
  }

  /** Time passes, and what is due by then is done. Tokens do not live so long: new ones are fetched. */
  async minutesPass(minutes: number): Promise<void> {
    this.world.clock.forwardMinutes(minutes);
    await this.world.settle();
    this.staff = await staffOf(this.world);
    this.machine = await machineOf(this.world);
  }

  /** Feeds messages; objects as JSON, all else as it is. */
  async feed(topic: 'online' | 'offline', messages: readonly (object | string | Buffer)[]) {
    const lines = messages.flatMap((message) => [bytesOf(message), Buffer.from('\n')]);
    return this.machine.post(`/v1/payments/messages?topic=${topic}`, Buffer.concat(lines), {
      headers: { 'content-type': 'application/x-ndjson' },
    });
  }

  /** Listens to how the stream stands, as staff. */
  async listen(headers: Record<string, string> = {}): Promise<EventReader> {
    return EventReader.open(`${this.world.url}/v1/payments/events`, await staffTokenOf(this.world), headers);
  }

  /** What becomes of the simulator's answers. */
  async scenario(scenario: object): Promise<void> {
    const answer = await fetch(`${this.simulator.url}/scenario`, {
      method: 'PUT',
      body: JSON.stringify(scenario),
      headers: { 'content-type': 'application/json' },
    });
    if (answer.status !== 200) throw new Error(await answer.text());
  }

  async census(): Promise<CensusEntry[]> {
    const { body } = await this.staff.get<CensusEntry[]>('/v1/payments/census');
    return body;
  }

  /** The outcome of the message at each place of a topic, with its reason. */
  async outcomes(topic: 'online' | 'offline'): Promise<string[]> {
    const rows = await this.world.rows<{ outcome: string; reason_code: string | null }>(
      'SELECT outcome, reason_code FROM payments.messages WHERE topic = $1 ORDER BY message_offset',
      [topic],
    );
    return rows.map(({ outcome, reason_code: reason }) =>
      reason === null ? outcome : `${outcome}: ${reason}`,
    );
  }

  /** All that the error log holds. */
  async logged(): Promise<{ payment_id: string | null; error_type: string; error_description: string }[]> {
    const answer = await fetch(`${this.simulator.url}/logs`);
    return (await answer.json()) as Awaited<ReturnType<Stage['logged']>>;
  }

  async asked(paymentId: string): Promise<number> {
    const answer = await fetch(`${this.simulator.url}/payments/${paymentId}`);
    return answer.status === 404 ? 0 : ((await answer.json()) as { asked: number }).asked;
  }

  /** How many calls of the gateway may be under way at once, as is measured. */
  async gatewayCallsMax(): Promise<number> {
    const { body } = await this.world.anyone.get<string>('/metrics');
    return Number(/^plaza_payments_gateway_calls_max\{[^}]*\} (\S+)$/m.exec(body)?.[1]);
  }

  async end(): Promise<void> {
    await this.world.end();
    await this.simulator.close();
  }

  get database(): FreshDatabase {
    return this.world.database;
  }
}

/** The received messages of a census entry by outcome, which have to add up. */
export function sumOf(entry: CensusEntry): number {
  const { stored, duplicate, conflicting, declined, rejected, parked, open, review } = entry;
  return stored + duplicate + conflicting + declined + rejected + parked + open + review;
}

export function payment(type: 'online' | 'offline', fields: Partial<PaymentFields> = {}): PaymentFields {
  return {
    payment_id: randomUUID(),
    account_id: 547,
    payment_type: type,
    credit_card: '4980276372331233',
    amount: 30,
    ...fields,
  };
}

export function accounts(from: number, count: number) {
  return Array.from({ length: count }, (_, at) => ({
    accountId: from + at,
    name: `Account ${String(from + at)}`,
    email: `account.${String(from + at)}@example.org`,
    birthdate: '1980-02-29',
  }));
}

async function ensurePeople(world: World): Promise<void> {
  await world.app.get(ClientsService).ensure({
    ...feedClient,
    name: 'The stream',
    scopes: ['payments:feed'],
    partnerId: null,
  });
  const known = await world.rows('SELECT FROM identity.users WHERE username = $1', ['staff']);
  if (known.length > 0) return;
  const staff = { username: 'staff', email: 'staff@example.org', password: staffPassword, fullName: 'Staff' };
  await world.app.get(UsersService).createStaff({ ...staff, role: 'staff' });
}

async function staffOf(world: World): Promise<Client> {
  return world.anyone.withToken(await staffTokenOf(world));
}

async function staffTokenOf(world: World): Promise<string> {
  const credentials = { username: 'staff', password: staffPassword };
  const { body } = await world.anyone.post<{ accessToken: string }>('/v1/identity/token', credentials);
  return body.accessToken;
}

async function machineOf(world: World): Promise<Client> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    scope: 'payments:feed',
    client_id: feedClient.clientId,
    client_secret: feedClient.secret,
  });
  const { body } = await world.anyone.post('/v1/oauth/token', form.toString(), {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return world.anyone.withToken(body.access_token);
}

function bytesOf(message: object | string | Buffer): Buffer {
  if (Buffer.isBuffer(message)) return message;
  return Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
}
