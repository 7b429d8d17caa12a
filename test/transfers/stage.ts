/** Plaza with the strangers that transfers are about: the simulator keeps the records, screens the streams, and is made to fail. */
import { randomBytes } from 'node:crypto';
import { freePort } from '@plaza/engines';
import type { TransferStory } from '@plaza/transfers';
import { Client } from '#test/client';
import { eventually } from '#test/eventually';
import { World, type WorldOptions } from '#test/world';
import { startSimulator, type Simulator } from '../../apps/gateway-simulator/src/simulator';
import { staff } from '../catalog/shop';

export type Fields = Record<string, unknown>;

interface SimulatorRecord {
  open: number;
  opened: number;
  redirected: number;
  refused: number;
  written: { path: string; value: Fields }[];
}

export interface Asked {
  requests: number;
  perStream: Record<string, number>;
}

/** One that was made just now, as its owner writes it. */
export function record(fields: Fields = {}): Fields {
  return {
    date: Math.floor(Date.now() / 1_000),
    date_final: '',
    key_empresa: '-KempresaKempresaKem1',
    key_encuesta: '-KencuestaKencuestaK1',
    key_persona: '-KpersonaKpersonaKpe1',
    key_usuario: '-KusuarioKusuarioKus1',
    processed: false,
    resultado: '',
    status: 'resultado',
    visto: false,
    ...fields,
  };
}

export const newKey = () => `-L${randomBytes(14).toString('base64url').slice(0, 18)}`;

export class Stage {
  private constructor(
    readonly world: World,
    readonly simulator: Simulator,
    /** What the simulator's owner does. */
    readonly owner: Client,
    public clerk: Client,
  ) {}

  static async start(options: WorldOptions = {}): Promise<Stage> {
    const simulator = await startSimulator({ port: await freePort(), hangMsMax: 5_000 });
    const world = await World.start({
      ...options,
      variables: { ...Stage.variables(simulator), ...options.variables },
    });
    return new Stage(world, simulator, new Client(simulator.url), (await staff(world)).client);
  }

  static variables({ url }: Simulator): Record<string, string> {
    return {
      TRANSFERS_URL: url,
      SCREENING_URL: url,
      SCREENING_TIMEOUT_MS: '1000',
      TRANSFERS_AUDIO_URLS: 'https://audio.example/{key}/1.wav,https://audio.example/{key}/2.wav',
    };
  }

  async put(key: string, value: unknown): Promise<string> {
    await this.owner.put(`/Transfer/${key}.json`, value);
    return key;
  }

  /** What the owner has under a key. */
  async kept(key: string): Promise<Fields> {
    return (await this.owner.get<Fields>(`/Transfer/${key}.json`)).body;
  }

  async asked(): Promise<Asked> {
    return (await this.owner.get<Asked>('/screening/record')).body;
  }

  /** What was asked of the owner; writes of Plaza alone, which say that a record was processed. */
  async record(): Promise<SimulatorRecord> {
    const { body } = await this.owner.get<SimulatorRecord>('/transfers/record');
    return {
      ...body,
      written: body.written.filter(({ value }) => value['date_final'] !== '' && value['processed'] === true),
    };
  }

  /** The scenario of the owner's database. */
  transfers(scenario: object): Promise<unknown> {
    return this.owner.put('/transfers/scenario', scenario);
  }

  screening(scenario: object): Promise<unknown> {
    return this.owner.put('/screening/scenario', scenario);
  }

  signal(event: string): Promise<unknown> {
    return this.owner.post('/transfers/signals', { event });
  }

  async story(key: string): Promise<TransferStory> {
    const { status, body } = await this.clerk.get<TransferStory>(`/v1/transfers/${key}`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Waits until the record is noted and in this status. */
  until(key: string, status: string): Promise<TransferStory> {
    return eventually(async () => {
      const story = await this.story(key);
      if (story.status !== status) throw new Error(`It is ${story.status}: ${story.reason ?? ''}`);
      return story;
    });
  }

  /** Waits until somebody follows the stream. */
  followed(): Promise<void> {
    return eventually(async () => {
      expect((await this.record()).open).toBeGreaterThan(0);
    });
  }

  /** Time passes, and what is due by then is done. Tokens do not live so long: a new one is fetched. */
  async minutesPass(minutes: number): Promise<void> {
    this.world.clock.forwardMinutes(minutes);
    await this.world.settle();
    this.clerk = (await staff(this.world)).client;
  }

  async end(): Promise<void> {
    await this.world.end();
    await this.simulator.close();
  }
}
