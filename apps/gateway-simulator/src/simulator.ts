/*
 * The third parties of a shop, as one server: it emits payment messages, answers as the gateway, keeps the error log and a database of
 * transfers that can be followed, and screens. It knows nothing of the shop that it talks to but the documented formats, and any process
 * or test can run it in itself.
 */
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { Destinations } from './emission';
import { errorLogRoutes } from './error-log-routes';
import { FeedDestination, FeedToken, type FeedOptions } from './feed-destination';
import { gatewayRoutes } from './gateway-routes';
import { KafkaDestination } from './kafka-destination';
import { Problem, sendProblem } from './problem';
import { refundRoutes } from './refund-routes';
import { simulationRoutes } from './simulation-routes';
import { Screening } from './screening';
import { screeningRoutes } from './screening-routes';
import { Stage } from './simulation';
import { transferDirectorRoutes } from './transfer-director-routes';
import { transferRoutes } from './transfer-routes';
import { Transfers } from './transfers';

const bodyBytesMax = 65_536;
const hangMsDefault = 30_000;

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly onlineTopic: string;
  readonly offlineTopic: string;
}

export interface SimulatorOptions {
  /** 0 takes any that is free. */
  readonly port: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** Makes every simulation the same; without it each has a new one, unless its start names one. */
  readonly seed?: string;
  /** Where messages go; without it the simulator only answers. */
  readonly destination?: { readonly kafka: KafkaOptions } | { readonly feed: FeedOptions };
  /** How long a timeout of the scenario keeps a client waiting at most. */
  readonly hangMsMax?: number;
}

export interface Simulator {
  readonly url: string;
  readonly port: number;
  /** Stops emitting, cuts what is open and resolves when nothing is left running. */
  close(): Promise<void>;
}

export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1';
  const stage = new Stage(options.seed);
  const destinations = destinationsOf(options.destination);
  const server = newServer();
  const hangMsMax = options.hangMsMax ?? hangMsDefault;
  gatewayRoutes(server, stage, hangMsMax);
  refundRoutes(server, stage, hangMsMax);
  errorLogRoutes(server, stage);
  simulationRoutes(server, stage, destinations);
  const transfers = new Transfers();
  transferRoutes(server, transfers, hangMsMax);
  transferDirectorRoutes(server, transfers);
  screeningRoutes(server, new Screening(), hangMsMax);
  const url = await server.listen({ port: options.port, host });
  const address = server.server.address();
  return {
    url,
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: async () => {
      await server.close();
      await stage.simulation.emission?.stop();
      await Promise.all(Object.values(destinations ?? {}).map((destination) => destination.close()));
    },
  };
}

function destinationsOf(destination: SimulatorOptions['destination']): Destinations | null {
  if (destination === undefined) return null;
  if ('feed' in destination) {
    const feed = { ...destination.feed, url: destination.feed.url.replace(/\/+$/, '') };
    const token = new FeedToken(feed);
    return {
      online: new FeedDestination(feed, token, 'online'),
      offline: new FeedDestination(feed, token, 'offline'),
    };
  }
  const { brokers, onlineTopic, offlineTopic } = destination.kafka;
  return {
    online: new KafkaDestination(brokers, onlineTopic),
    offline: new KafkaDestination(brokers, offlineTopic),
  };
}

function newServer(): FastifyInstance {
  const server = Fastify({
    bodyLimit: bodyBytesMax,
    forceCloseConnections: true,
    // A HEAD of a path that starts something must not start it.
    exposeHeadRoutes: false,
    clientErrorHandler: (_fault, socket) => {
      if (socket.writable) socket.end(rawProblem);
    },
    frameworkErrors: (fault, _request, reply) => {
      void sendProblem(reply, problemOf(fault));
    },
  });
  // JSON is the only language spoken here.
  server.removeContentTypeParser('text/plain');
  server.setErrorHandler((fault: FastifyError | Problem, _request, reply) =>
    sendProblem(reply, problemOf(fault)),
  );
  server.setNotFoundHandler((request, reply) =>
    sendProblem(reply, new Problem(404, `There is no ${request.method} at this path.`)),
  );
  return server;
}

/** For bytes that are not even HTTP, where there is no reply to write to. */
const rawProblem = [
  'HTTP/1.1 400 Bad Request',
  'content-type: application/problem+json; charset=utf-8',
  'connection: close',
  '',
  '{"type":"about:blank","title":"Bad Request","status":400,"detail":"This is not HTTP."}',
].join('\r\n');

function problemOf(fault: FastifyError | Problem): Problem {
  if (fault instanceof Problem) return fault;
  const status = fault.statusCode ?? 500;
  return new Problem(status, status < 500 ? fault.message : 'The simulator failed.');
}
