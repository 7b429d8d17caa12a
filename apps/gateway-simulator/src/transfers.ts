/*
 * The real-time database of transfers: its tree, the streams that follow it, the script, and the record of what it was asked.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { defaultTransferScenario, type TransferScenario } from './transfer-scenario';
import { TransferStream, type Frame } from './transfer-streams';
import { TransferTree, type Json } from './transfer-tree';

const writesKeptMax = 10_000;

export interface Write {
  path: string;
  value: Json;
}

export class Transfers {
  scenario: TransferScenario = defaultTransferScenario;
  readonly tree = new TransferTree();
  readonly counts = { opened: 0, redirected: 0, refused: 0, reads: 0, writes: 0 };
  /** The latest of those that came as `PUT` of one record. */
  readonly writes: Write[] = [];
  private readonly streams = new Set<TransferStream>();

  get open(): number {
    return this.streams.size;
  }

  follow(reply: FastifyReply): void {
    this.counts.opened++;
    const stream = new TransferStream(reply, this.scenario, (closed) => this.streams.delete(closed));
    this.streams.add(stream);
    stream.send({ event: 'put', data: { path: '/', data: this.tree.value } });
  }

  put(path: readonly string[], value: Json): void {
    this.tree.put(path, value);
    this.tell({ event: 'put', data: { path: `/${path.join('/')}`, data: value } });
  }

  patch(path: readonly string[], values: Record<string, Json>): void {
    this.tree.patch(path, values);
    this.tell({ event: 'patch', data: { path: `/${path.join('/')}`, data: values } });
  }

  /** To every stream that is open. */
  tell(frame: Frame): void {
    for (const stream of this.streams) stream.send(frame);
  }

  endAll(): void {
    for (const stream of this.streams) stream.end();
  }

  cutAll(): void {
    for (const stream of this.streams) stream.cut();
  }

  remember(write: Write): void {
    this.counts.writes++;
    this.writes.push(write);
    if (this.writes.length > writesKeptMax) this.writes.shift();
  }
}

/** Changes whenever the value does. */
export function etagOf(value: Json): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64');
}

/** As the database makes them: 20 characters. */
export function newKey(): string {
  return `-L${randomBytes(14).toString('base64url').slice(0, 18)}`;
}

/** One that was made just now and waits to be worked. */
export function newRecord(key: string): Json {
  const id = (part: string) => `-K${part}${key.slice(2, 18)}`;
  return {
    date: Math.floor(Date.now() / 1_000),
    date_final: '',
    key_empresa: id('e'),
    key_encuesta: id('s'),
    key_persona: id('p'),
    key_usuario: id('u'),
    processed: false,
    resultado: '',
    status: 'resultado',
    visto: false,
  };
}
