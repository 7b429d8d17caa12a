/**
 * What both transports share on the consumers' side: Nest controllers with `@EventPattern(topic, { group })` become batch
 * consumers. Each group takes the events on its own, so a failing consumer holds back no other.
 */
import { Catch, type INestApplication, type RpcExceptionFilter } from '@nestjs/common';
import {
  NestMicroservice,
  Server,
  type CustomTransportStrategy,
  type MessageHandler,
} from '@nestjs/microservices';
import { isObservable, lastValueFrom, throwError, type Observable } from 'rxjs';

/** What a consumer declares beside its topic: `@EventPattern<string>('orders.events', { group: 'catalog' })`. */
export interface ConsumerOptions {
  /** The consumer's name: its Kafka group, and its name in the dead letters. */
  group: string;
  /** True for topics of others: the handler gets `ForeignMessage`s instead of envelopes, and keeps them itself. */
  foreign?: boolean;
}

export interface Consumer extends ConsumerOptions {
  topic: string;
  handle: (batch: unknown) => Promise<void>;
}

export abstract class BatchServer extends Server implements CustomTransportStrategy {
  override propagatesEventHandlerErrors = true;
  protected readonly consumers: Consumer[] = [];

  override addHandler(
    pattern: unknown,
    callback: MessageHandler,
    isEventHandler = false,
    extras: Record<string, unknown> = {},
  ): void {
    const { group, foreign } = extras;
    if (!isEventHandler || typeof pattern !== 'string' || typeof group !== 'string') {
      throw new Error(`The consumer of ${String(pattern)} must be an @EventPattern with a topic and a group`);
    }
    this.consumers.push({
      topic: pattern,
      group,
      foreign: foreign === true,
      handle: async (batch) => {
        const result: unknown = await callback(batch);
        if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
      },
    });
  }

  abstract override listen(callback: (...parameters: unknown[]) => unknown): void;

  abstract override close(): Promise<void>;

  /** The base class offers event subscriptions of a client library; the transports here have none to offer. */
  on(): never {
    throw new Error('This transport has no events of its own');
  }

  unwrap<T>(): T {
    throw new Error('This transport has no single server to unwrap');
  }
}

/** Lets a handler's error reach the transport as it is: there it decides between another try and the dead letters. */
@Catch()
export class PassErrorsOn implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** Lets the consumers of a process begin: every `@EventPattern` of its controllers takes its events from here on. */
export async function startConsumers(app: INestApplication): Promise<void> {
  const microservice = app.connectMicroservice(
    { strategy: app.get(BatchServer) },
    { inheritAppConfig: false, deferInitialization: true },
  );
  if (!(microservice instanceof NestMicroservice))
    throw new Error('Nest made no microservice of the strategy');
  microservice.useGlobalFilters(new PassErrorsOn());
  // What connecting does by itself when it is not deferred; the filter has to be there before. The application's own hooks
  // are called by the application: without the last line they would run twice.
  microservice.registerListeners();
  microservice.setIsInitialized(true);
  microservice.setIsInitHookCalled(true);
  await app.startAllMicroservices();
}
