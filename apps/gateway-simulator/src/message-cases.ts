/*
 * What the payment stream is known to carry. Every kind of message stands here once, with its share of a simulation, so that a
 * receiver can be told beforehand exactly how many of each it will get.
 */

export const topics = ['online', 'offline'] as const;
export type Topic = (typeof topics)[number];

interface EdgeCase {
  readonly name: string;
  /** How many of a thousand messages are of this case. */
  readonly perThousand: number;
  readonly topics: readonly Topic[];
  /** No simulation holds more than this, however long it is. */
  readonly messagesMax?: number;
}

const offlineOnly = ['offline'] as const;

/**
 * Everything but a well-formed payment of a known account. In a simulation too short for all of them the first ones come first,
 * so the order is that of how much a receiver should care.
 */
const edgeCases = [
  { name: 'repeated', perThousand: 20, topics },
  { name: 'conflicting', perThousand: 10, topics },
  { name: 'account-unknown', perThousand: 10, topics },
  { name: 'type-contradicts-topic', perThousand: 10, topics },
  { name: 'not-json', perThousand: 4, topics },
  { name: 'account-zero', perThousand: 4, topics },
  { name: 'account-negative', perThousand: 4, topics },
  { name: 'account-text', perThousand: 4, topics },
  { name: 'amount-zero', perThousand: 5, topics },
  { name: 'amount-negative', perThousand: 5, topics },
  { name: 'amount-fractional', perThousand: 5, topics },
  { name: 'amount-text', perThousand: 5, topics },
  { name: 'card-missing', perThousand: 8, topics: offlineOnly },
  { name: 'card-short', perThousand: 8, topics: offlineOnly },
  { name: 'card-null', perThousand: 8, topics: offlineOnly },
  { name: 'card-empty', perThousand: 8, topics: offlineOnly },
  { name: 'unknown-fields', perThousand: 10, topics },
  { name: 'truncated', perThousand: 4, topics },
  { name: 'single-quoted', perThousand: 4, topics },
  { name: 'array-of-one', perThousand: 4, topics },
  { name: 'not-utf8', perThousand: 4, topics },
  { name: 'one-megabyte', perThousand: 2, topics, messagesMax: 10 },
] as const satisfies readonly EdgeCase[];

export type MessageCase = 'plain' | (typeof edgeCases)[number]['name'];

export const messageCases: readonly MessageCase[] = ['plain', ...edgeCases.map((edge) => edge.name)];

/** At most one message in so many is an edge case, also in the shortest simulation. */
const messagesPerEdgeCaseMin = 4;

/** Case and topic of a message in one small number, because a plan of a million messages keeps one per message. */
export function codeOf(messageCase: MessageCase, topic: Topic): number {
  return messageCases.indexOf(messageCase) * topics.length + topics.indexOf(topic);
}

export function topicOf(code: number): Topic {
  return code % topics.length === 0 ? 'online' : 'offline';
}

export function caseOf(code: number): MessageCase {
  return messageCases[Math.floor(code / topics.length)] ?? 'plain';
}

/** How many messages of each code make a simulation of `count`; the topics share it equally, give or take one. */
export function countPerCode(count: number): Uint32Array {
  const perCode = new Uint32Array(messageCases.length * topics.length);
  const perTopic = { online: 0, offline: 0 };
  let edgesLeft = Math.floor(count / messagesPerEdgeCaseMin);
  edgeCases.forEach((edge: EdgeCase, index) => {
    const wanted = Math.max(1, Math.floor((count * edge.perThousand) / 1_000));
    const number = Math.min(wanted, edgesLeft, edge.messagesMax ?? Infinity);
    // An odd one goes to the one topic for one case and to the other topic for the next.
    const online = edge.topics.includes('online') ? Math.floor((number + (index % 2)) / 2) : 0;
    const row = (index + 1) * topics.length;
    perCode[row] = online;
    perCode[row + 1] = number - online;
    perTopic.online += online;
    perTopic.offline += number - online;
    edgesLeft -= number;
  });
  const halfway = Math.round(count / 2);
  perCode[0] = halfway - perTopic.online;
  perCode[1] = count - halfway - perTopic.offline;
  return perCode;
}

export interface MessageNumbers {
  total: number;
  perTopic: Record<Topic, number>;
  perCase: Partial<Record<MessageCase, number>>;
  perTopicAndCase: Record<Topic, Partial<Record<MessageCase, number>>>;
}

/** The counts in words; every case is named, those that did not occur with 0. */
export function numbersOf(perCode: Uint32Array): MessageNumbers {
  const numbers: MessageNumbers = {
    total: 0,
    perTopic: { online: 0, offline: 0 },
    perCase: {},
    perTopicAndCase: { online: {}, offline: {} },
  };
  perCode.forEach((number, code) => {
    const topic = topicOf(code);
    const messageCase = caseOf(code);
    numbers.total += number;
    numbers.perTopic[topic] += number;
    numbers.perCase[messageCase] = (numbers.perCase[messageCase] ?? 0) + number;
    numbers.perTopicAndCase[topic][messageCase] = number;
  });
  return numbers;
}
