/**
 * Sends the spans of this process to a collector over OTLP, where the settings name one. The packages that do so are loaded only then.
 * Losing spans costs nothing but spans: they are dropped when the collector is away, and that is noticed in the log once.
 */
import type { OnApplicationShutdown } from '@nestjs/common';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { PlazaLogger } from '../logger';
import { within } from '../within';
import { buildVersion } from './build';
import { traceWith } from './spans';

const exportTimeoutMs = 5_000;
const flushMsMax = 8_000;
const waitingMax = 4_096;

interface Provider {
  shutdown(): Promise<void>;
}

export class Tracing implements OnApplicationShutdown {
  private constructor(
    private readonly provider: Provider | undefined,
    private readonly logger: PlazaLogger,
  ) {}

  /** @param endpoint of the collector, as `OTEL_EXPORTER_OTLP_ENDPOINT` has it; nothing is traced without it */
  static async start(endpoint: string | undefined, process: string, logger: PlazaLogger): Promise<Tracing> {
    if (endpoint === undefined) return new Tracing(undefined, logger);
    const [{ BasicTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
      await Promise.all([
        import('@opentelemetry/sdk-trace-base'),
        import('@opentelemetry/exporter-trace-otlp-http'),
        import('@opentelemetry/resources'),
      ]);
    const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: exportTimeoutMs });
    const provider = new BasicTracerProvider({
      resource: resourceFromAttributes({
        'service.namespace': 'plaza',
        'service.name': `plaza-${process}`,
        'service.version': buildVersion,
      }),
      spanProcessors: [
        new BatchSpanProcessor(noticing(exporter, logger), {
          maxQueueSize: waitingMax,
          exportTimeoutMillis: exportTimeoutMs,
        }),
      ],
    });
    traceWith(provider.getTracer('plaza', buildVersion));
    return new Tracing(provider, logger);
  }

  /** What was not sent yet is sent, for as long as that may take. */
  async onApplicationShutdown(): Promise<void> {
    if (!this.provider) return;
    traceWith(undefined);
    await within(flushMsMax, this.provider.shutdown()).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'The last spans could not be sent');
    });
  }
}

function noticing(exporter: SpanExporter, logger: PlazaLogger): SpanExporter {
  let failing = false;
  return {
    export: (spans, done) => {
      exporter.export(spans, (result) => {
        const { error } = result;
        if (error && !failing) logger.warn({ err: error }, 'Spans cannot be sent to the collector');
        if (!error && failing) logger.info('Spans can be sent to the collector again');
        failing = error !== undefined;
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
}
