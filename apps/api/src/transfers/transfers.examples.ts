/** The examples of the transfers routes: a record was screened and written back, and a company hears of all of its own. */
import { page } from '../http/story.examples';

const key = '-L5_CG7LwjZQcAQMSB6k';
const companyKey = '-KzR2tqWm0aXyLcD4fGh';
const notedAt = '2026-11-21T09:40:00.000Z';
const endedAt = '2026-11-21T09:40:01.310Z';

const transfer = {
  ...{ key, status: 'written-back', companyKey, datedAt: '2026-11-21T09:38:42.000Z', result: '78|5' },
  ...{ reasonCode: null, reason: null, attempts: 0, notedAt, takenAt: '2026-11-21T09:40:00.120Z' },
  ...{ screenedAt: '2026-11-21T09:40:01.180Z', endedAt, nextAttemptAt: null },
};
const stream = (number: number, score: number) => ({
  ...{ number, audioUrl: `https://audio.example/${key}/${String(number)}.wav` },
  ...{ askedAt: '2026-11-21T09:40:00.130Z', tookMs: 1040, score },
});
const story = {
  ...{ ...transfer, round: 1, streams: [stream(1, 78), stream(2, 5)] },
  record: {
    ...{ date: '2026/11/21 - 09:38:42', date_final: '2026/11/21 - 09:40:01 UTC', key_empresa: companyKey },
    ...{ processed: true, resultado: '78|5', status: 'resultado', visto: false },
  },
};
const wanted = { address: 'risk@company.example', companyKey, language: 'es' };
const subscription = { id: '019e2f60-2a3b-7c4d-8e5f-60718293a4b5', ...wanted, createdAt: notedAt };

export const transfersBodies: Record<string, unknown> = {
  'transfers.subscriptions.subscribe': wanted,
  'transfers.subscriptions.change': { language: 'en' },
};

export const transfersAnswers: Record<string, unknown> = {
  'transfers.list': page(transfer),
  'transfers.get': story,
  'transfers.subscriptions.list': page(subscription),
  'transfers.subscriptions.subscribe': subscription,
  'transfers.subscriptions.get': subscription,
  'transfers.subscriptions.change': { ...subscription, language: 'en' },
};
