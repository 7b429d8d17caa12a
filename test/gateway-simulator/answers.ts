/*
 * What the simulator's paths answer, as a client of it knows them.
 */
import { Client } from '#test/client';
import { eventually } from '#test/eventually';
import type { TopicName } from './feed-receiver';

export interface Numbers {
  total: number;
  perTopic: Record<TopicName, number>;
  perCase: Record<string, number>;
  perTopicAndCase: Record<TopicName, Record<string, number>>;
}

export interface SentRecord extends Numbers {
  running: boolean;
  seed: string;
  promised: Numbers;
  sentAgain: number;
  lastFault: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  gateway: {
    requests: number;
    byAnswer: Record<string, number>;
    payments: Record<'asked' | 'approved' | 'malformed' | 'refused' | 'unanswered', number>;
    refusedRequests: number;
    idempotencyKey: { missing: number; differing: number };
  };
  logs: { total: number; perType: Record<string, number>; turnedAway: number };
}

export interface SentMessage {
  paymentId: string | null;
  topic: TopicName;
  case: string;
  value?: string;
}

export interface LogEntry {
  payment_id: string | null;
  error_type: string;
  error_description: string;
  created_at: string;
}

export interface ProblemDocument {
  status: number;
  detail: string;
  errors?: { pointer: string; detail: string }[];
}

export const pointersOf = (problem: ProblemDocument): string[] =>
  (problem.errors ?? []).map((fault) => fault.pointer).sort();

export async function start(
  simulator: Client,
  query: Record<string, string | number>,
): Promise<Numbers & { seed: string }> {
  const answer = await simulator.get<Numbers & { seed: string }>('/start', { query });
  expect(answer.status).toBe(202);
  return answer.body;
}

export async function record(simulator: Client): Promise<SentRecord> {
  return (await simulator.get<SentRecord>('/sent')).body;
}

/** The record of a simulation that has sent everything. */
export async function ended(simulator: Client): Promise<SentRecord> {
  return eventually(async () => {
    const sent = await record(simulator);
    if (sent.running)
      throw new Error(`Still running after ${sent.total} messages: ${sent.lastFault ?? 'no fault'}`);
    return sent;
  });
}

/** Without the cases that did not occur. */
export function occurring(perCase: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(perCase)
      .filter(([, number]) => number > 0)
      .sort(),
  );
}
