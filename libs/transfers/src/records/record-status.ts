/**
 * The life of a transfer record, declared once: which statuses there are and which verb leads from which to which. Everything else
 * asks this table.
 */

export const recordStatuses = [
  'new',
  'taken',
  'screened',
  'written-back',
  'failed',
  'too-old',
  'elsewhere',
] as const;

export type RecordStatus = (typeof recordStatuses)[number];

interface Transition {
  from: readonly RecordStatus[];
  to: RecordStatus;
}

/** How a record is found: to be worked, too old for that, or done or deleted by somebody else. */
export const firstStatuses: readonly RecordStatus[] = ['new', 'too-old', 'elsewhere'];

export const recordTransitions = {
  /** By a process, to be screened. */
  take: { from: ['new'], to: 'taken' },
  /** By an operator, whatever became of it before. */
  takeAgain: { from: ['new', 'screened', 'written-back', 'failed', 'too-old', 'elsewhere'], to: 'taken' },
  screen: { from: ['taken'], to: 'screened' },
  writeBack: { from: ['screened'], to: 'written-back' },
  fail: { from: ['taken', 'screened'], to: 'failed' },
  /** It waited too long to be taken. */
  outlive: { from: ['new'], to: 'too-old' },
  /** Its owner says that it is to be worked after all. */
  renew: { from: ['too-old', 'elsewhere'], to: 'new' },
  /** Somebody else has worked or deleted it. */
  cede: { from: ['new', 'taken', 'screened'], to: 'elsewhere' },
} as const satisfies Record<string, Transition>;

export type RecordVerb = keyof typeof recordTransitions;

/** Those that somebody still has to work. */
export const unfinishedStatuses: readonly RecordStatus[] = ['new', 'taken', 'screened'];

/** @returns the status that the verb leads to; undefined when it leads nowhere from here */
export function statusAfter(verb: RecordVerb, status: RecordStatus): RecordStatus | undefined {
  const { from, to }: Transition = recordTransitions[verb];
  return from.includes(status) ? to : undefined;
}
