/*
 * The script of the transfers: who may read, how the stream is written, and what becomes of what is written back.
 */
import { z } from 'zod';

const redirectsMax = 10;
const bytesMax = 1_000_000;
const waitMsMax = 60_000;

const wait = z.int().min(0).max(waitMsMax);

const recordFault = z.enum(['none', 'error', 'refuse', 'cut', 'cut-after', 'hang']).default('none');

export type RecordFault = z.output<typeof recordFault>;

/** Everything left out is as in the default scenario. */
export const transferScenarioSchema = z.strictObject({
  /** Tokens of which one must come as `?auth=`; null lets everybody in. */
  tokens: z.array(z.string().min(1).max(1_000)).max(10).nullable().default(null),
  /** How many times a reader of the stream is sent on by a 307 before it gets one. */
  redirects: z.int().min(0).max(redirectsMax).default(0),
  /** Where it is sent on to, without the path; null sends it to the same place. */
  redirectTo: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  keepAliveMs: z.int().min(10).max(waitMsMax).default(30_000),
  lineEnd: z.enum(['lf', 'crlf']).default('lf'),
  /** True puts a line break into the data of every frame, and a comment before it. */
  manyLines: z.boolean().default(false),
  /** Frames are cut into pieces of so many bytes; 0 leaves them whole. */
  pieceBytes: z.int().min(0).max(bytesMax).default(0),
  /** How long to wait after every piece. */
  pieceMs: wait.default(0),
  /** How it goes wrong to read one record. */
  readFault: recordFault,
  /** How it goes wrong to put one: `cut-after` has written it and does not say so. */
  writeFault: recordFault,
  /** How long either takes. */
  recordMs: wait.default(0),
});

export type TransferScenario = z.output<typeof transferScenarioSchema>;

export const defaultTransferScenario: TransferScenario = transferScenarioSchema.parse({});
