/**
 * What a process does, told as spans of traces (OpenTelemetry). They are made by hand in the few places where work begins or somebody
 * else is asked. While nothing collects them, all of this only calls the work.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { PlazaError } from '../errors';
import { requestContext } from '../request-context';

export type { Span } from '@opentelemetry/api';
export { SpanKind } from '@opentelemetry/api';

export interface SpanOptions {
  kind?: SpanKind;
  attributes?: Attributes;
  /** The trace that it goes on with, as `traceparent` has it; that of the call under way without it. */
  parent?: string | null;
  /** True for what says nothing by itself: where nothing is traced around it, it is not either. */
  onlyWithin?: boolean;
}

/** One of what is worked together, in the trace that it came with. */
export interface SpanMember {
  name: string;
  parent: string | null;
  attributes?: Attributes;
}

const linksMax = 64;
const membersMax = 256;

let tracer: Tracer | undefined;
const underWay = new AsyncLocalStorage<Span | undefined>();

/** Whoever collects spans makes a tracer; nobody does without one. */
export function traceWith(given: Tracer | undefined): void {
  tracer = given;
}

export function isTracing(): boolean {
  return tracer !== undefined;
}

/** W3C Trace Context, version 00; null for anything else. */
export function readTraceparent(text: unknown): SpanContext | null {
  const parts =
    typeof text === 'string' ? /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) : null;
  const [, traceId = '', spanId = '', flags = '0'] = parts ?? [];
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(context) ? context : null;
}

export function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** What a line of the log says of the span under way. */
export function spanIds(): { traceId: string; spanId: string } | undefined {
  if (tracer === undefined) return undefined;
  const span = underWay.getStore();
  if (!span) return undefined;
  const { traceId, spanId } = span.spanContext();
  return { traceId, spanId };
}

/** A span that whoever asked for it ends; undefined while nothing is collected. */
export function startSpan(name: string, options: SpanOptions = {}): Span | undefined {
  if (tracer === undefined) return undefined;
  const { kind = SpanKind.INTERNAL, attributes = {}, parent, onlyWithin = false } = options;
  const around = contextAround(parent);
  const links = around === ROOT_CONTEXT ? linksToMembers() : [];
  if (onlyWithin && around === ROOT_CONTEXT && links.length === 0) return undefined;
  return tracer.startSpan(name, { kind, attributes, links }, around);
}

/** What is called from `work` belongs to the span; without one, to what is under way already. */
export function withSpan<Result>(span: Span | undefined, work: () => Result): Result {
  return span ? underWay.run(span, work) : work();
}

/** A span around `work`, from its beginning until what it promises is there. */
export function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const span = startSpan(name, options);
  return span ? ending([span], () => underWay.run(span, work)) : work();
}

/**
 * A span for each member around the work on all of them; a single one is what the work belongs to. What came without a trace has
 * none of its own among others.
 * @param tell is asked for the members only while spans are collected
 */
export function inSpans<Result>(
  kind: SpanKind,
  tell: () => readonly SpanMember[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (tracer === undefined) return work();
  const members = tell();
  const traced = members.length === 1 ? members : members.filter(({ parent }) => parent !== null);
  const spans = traced.slice(0, membersMax).flatMap(({ name, parent, attributes = {} }) => {
    const span = startSpan(name, { kind, attributes, parent });
    return span ? [span] : [];
  });
  const own = members.length === 1 ? spans[0] : undefined;
  return ending(spans, () => underWay.run(own, work));
}

/** Something that has been going on since `began` and is over now. */
export function tellSpan(name: string, began: Date, options: SpanOptions): void {
  if (tracer === undefined) return;
  const { kind = SpanKind.INTERNAL, attributes = {}, parent } = options;
  tracer.startSpan(name, { kind, attributes, startTime: began }, contextAround(parent)).end();
}

/** @param type a word for what went wrong, as `error.type` has it */
export function failSpan(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** An error's message may hold what must not leave the house; its code says enough. */
function typeOf(error: unknown): string {
  if (error instanceof PlazaError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}

async function ending<Result>(spans: readonly Span[], work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    for (const span of spans) failSpan(span, typeOf(error));
    throw error;
  } finally {
    for (const span of spans) span.end();
  }
}

function contextAround(parent: string | null | undefined): Context {
  const span = parent === undefined ? underWay.getStore() : undefined;
  if (span) return trace.setSpan(ROOT_CONTEXT, span);
  const given = readTraceparent(parent === undefined ? requestContext.known()?.traceparent : parent);
  return given ? trace.setSpanContext(ROOT_CONTEXT, given) : ROOT_CONTEXT;
}

/** Where several requests are worked as one, the work is of none of them and points at all. */
function linksToMembers(): { context: SpanContext }[] {
  const origins = new Set(requestContext.known()?.members?.values());
  const contexts = [...origins].flatMap(({ traceparent }) => readTraceparent(traceparent) ?? []);
  return contexts.slice(0, linksMax).map((context) => ({ context }));
}
