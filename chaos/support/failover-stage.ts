/**
 * All of Plaza's processes, two of each, on a real PostgreSQL with a replica, Kafka and Redis. Nobody is told of a commit before the replica
 * has it, so that when the primary is lost the replica can take its place, and its address.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  APP_ROLE,
  awaitStandby,
  ensurePlazaDatabase,
  freePort,
  plazaUrls,
  REPLICA_NAME,
  removePostgres,
  startPostgres,
  startRedis,
  startReplica,
  type PostgresServer,
  type ReplicaServer,
} from '@plaza/engines';
import { ensureTopics } from '@plaza/messaging';
import { migrate } from '@plaza/platform';
import { Kafka, logLevel } from 'kafkajs';
import { schemas } from '../../apps/cli/src/schemas';
import { fillCatalogue } from '../../bench/support/catalog-data';
import { setGatewayLatency } from '../../bench/support/gateway';
import { rowsOfEveryPartner } from '../../bench/support/postgres';
import { Balancer } from './balancer';
import { programsFolder, startBroker } from './broker';
import { newKeys } from './partner-token';
import { PlazaProcess } from './plaza-process';

const eachMax = 2;
const partitions = 3;
const gatewayLatencyMs = 5;
const settings = { max_connections: '200' };

interface Stoppable {
  stop(): Promise<void>;
}

export class FailoverStage {
  readonly balancer: Balancer;
  private replicas = 1;

  private constructor(
    private readonly folder: string,
    private primary: PostgresServer,
    private replica: ReplicaServer,
    /** Of the processes, and before them what they stand on. */
    private readonly parts: { engines: readonly Stoppable[]; processes: readonly PlazaProcess[] },
    readonly privateKeys: string,
  ) {
    this.balancer = new Balancer(parts.processes);
  }

  /** @throws EngineUnavailable where Kafka or Redis cannot be had */
  static async start(): Promise<FailoverStage> {
    const folder = await mkdtemp(join(tmpdir(), 'plaza-chaos-'));
    const primary = await startPostgres({
      folder: join(folder, 'postgres-1'),
      port: await freePort(),
      settings,
    });
    const { ownerUrl, appUrl } = await ensurePlazaDatabase(primary.url, 'plaza');
    await migrate(ownerUrl, APP_ROLE, schemas);
    await fillCatalogue(ownerUrl);
    const replica = await follow(primary, join(folder, 'postgres-2'), await freePort());
    const kafka = await startBroker(folder, await freePort());
    await ensureTopics(
      new Kafka({ brokers: [kafka.brokers], logLevel: logLevel.NOTHING }),
      ['online', 'offline'],
      partitions,
    );
    const redis = await startRedis({ folder: join(folder, 'redis'), port: await freePort(), programsFolder });
    const simulator = await PlazaProcess.start('gateway-simulator', { KAFKA_BROKERS: kafka.brokers });
    await setGatewayLatency(simulator.url, gatewayLatencyMs);
    const keys = newKeys();
    const environment = {
      ...{ ...keys, DATABASE_URL: appUrl, DATABASE_REPLICA_URLS: plazaUrls(replica.url, 'plaza').appUrl },
      ...{ REDIS_URL: redis.url, KAFKA_BROKERS: kafka.brokers },
      ...{ GATEWAY_URL: simulator.url, ERROR_LOG_URL: simulator.url },
    };
    const processes = await PlazaProcess.startEach(['api', 'payments', 'worker'], eachMax, environment);
    const parts = { engines: [simulator, kafka, redis], processes };
    return new FailoverStage(folder, primary, replica, parts, keys.JWT_PRIVATE_KEYS);
  }

  get processes(): readonly PlazaProcess[] {
    return this.parts.processes;
  }

  /** Of the api that set-up is done with. */
  get url(): string {
    return this.parts.processes[0]?.url ?? '';
  }

  /** The power of the primary's machine goes, and nobody gets at its disk again. */
  async losePrimary(): Promise<void> {
    const { pid, folder } = this.primary;
    process.kill(pid, 'SIGKILL');
    await this.primary.stop();
    await removePostgres(folder);
  }

  /** The replica becomes the primary, at the address of the one that was lost. */
  async promoteReplica(): Promise<void> {
    await this.replica.promote();
    const [{ folder }, { port }] = [this.replica, this.primary];
    await this.replica.stop();
    this.primary = await startPostgres({ folder, port, settings });
  }

  /** The new primary gets a replica of its own, and waits for it. */
  async replaceReplica(): Promise<void> {
    this.replicas += 1;
    const folder = join(this.folder, `postgres-${String(this.replicas + 1)}`);
    this.replica = await follow(this.primary, folder, this.replica.port);
  }

  rows<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const { ownerUrl } = plazaUrls(this.primary.url, 'plaza');
    return rowsOfEveryPartner<Row>(ownerUrl, sql, parameters);
  }

  /** What every process said last: what a violation needs for its explanation. */
  get lastWords(): string {
    return this.processes.map(({ lastWords }) => lastWords).join('\n');
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((each) => each.stop()));
    for (const engine of this.parts.engines) await engine.stop();
    for (const server of [this.replica, this.primary]) {
      await server.stop();
      await removePostgres(server.folder);
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function follow(primary: PostgresServer, folder: string, port: number): Promise<ReplicaServer> {
  const replica = await startReplica(primary, { folder, port, settings });
  await awaitStandby(primary.url, REPLICA_NAME);
  return replica;
}
