/** What is worth an alarm: it stays until somebody says that they have seen it. */

export const alarmKinds = ['offsets-missing', 'topic-begun-anew'] as const;
export type AlarmKind = (typeof alarmKinds)[number];

export interface RaisedAlarm {
  kind: AlarmKind;
  topic: string;
  partition: number;
  /** The stretch of offsets that it is about. */
  firstOffset: bigint;
  lastOffset: bigint;
}

const words: Record<AlarmKind, string> = {
  'offsets-missing':
    'Offsets were passed over: Kafka had not kept these messages when they were to be taken, or a producer used transactions',
  'topic-begun-anew':
    'The topic was deleted and made anew, or its log was cut: its messages are kept under a partition of their own',
};

export function wordsOf(kind: AlarmKind): string {
  return words[kind];
}
