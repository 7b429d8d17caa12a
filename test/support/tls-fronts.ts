/**
 * TLS in front of engines that this run has without it: whoever comes gets the certificate, and what they say is handed on. Each protocol
 * has its own way: Redis begins at once, PostgreSQL is asked first, and Kafka tells its address, which is then that of the front.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from './certificates';

interface Address {
  host: string;
  port: number;
}

/** What the front changes in what the engine says. */
type Retell = (said: Buffer) => Buffer;

export interface Front {
  port: number;
  close(): Promise<void>;
}

const sslRequestBytes = 8;

function open(
  engine: Address,
  { certificate, key }: Certificate,
  isAskedFirst: boolean,
  retell: (port: number) => Retell,
) {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  const begin = (plain: Socket, port: number): void => {
    const client = keep(new TLSSocket(plain, { isServer: true, cert: certificate, key }));
    const server = keep(connect(engine));
    const tell = retell(port);
    client.on('data', (data: Buffer) => server.write(data)).on('close', () => server.destroy());
    server.on('data', (data: Buffer) => client.write(tell(data))).on('close', () => client.destroy());
  };
  const server = createServer((plain) => {
    keep(plain);
    const { port } = server.address() as AddressInfo;
    if (!isAskedFirst) {
      begin(plain, port);
      return;
    }
    plain.once('readable', () => {
      if (plain.read(sslRequestBytes) === null) return;
      plain.write('S');
      begin(plain, port);
    });
  });
  return listening(server, sockets);
}

async function listening(server: Server, sockets: ReadonlySet<Socket>): Promise<Front> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const asSaid: Retell = (said) => said;

export function frontOfRedis(engine: Address, certificate: Certificate): Promise<Front> {
  return open(engine, certificate, false, () => asSaid);
}

export function frontOfPostgres(engine: Address, certificate: Certificate): Promise<Front> {
  return open(engine, certificate, true, () => asSaid);
}

/** Answers are handed on whole, with the front's port wherever the engine's address stands. */
export function frontOfKafka(engine: Address, certificate: Certificate): Promise<Front> {
  const own = addressBytes(engine);
  return open(engine, certificate, false, (port) => {
    let held = Buffer.alloc(0);
    return (said) => {
      held = Buffer.concat([held, said]);
      const whole = wholeFrames(held);
      const frames = Buffer.from(held.subarray(0, whole));
      held = held.subarray(whole);
      for (let at = frames.indexOf(own); at >= 0; at = frames.indexOf(own, at + 1)) {
        frames.writeInt32BE(port, at + own.length - 4);
      }
      return frames;
    };
  });
}

function addressBytes({ host, port }: Address): Buffer {
  const bytes = Buffer.alloc(host.length + 4);
  bytes.write(host);
  bytes.writeInt32BE(port, host.length);
  return bytes;
}

/** How many bytes of the beginning are whole answers: each has its length in front. */
function wholeFrames(bytes: Buffer): number {
  let end = 0;
  while (end + 4 <= bytes.length && end + 4 + bytes.readInt32BE(end) <= bytes.length) {
    end += 4 + bytes.readInt32BE(end);
  }
  return end;
}
