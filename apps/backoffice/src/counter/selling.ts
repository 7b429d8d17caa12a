/**
 * Sends sales until Plaza has answered. A lost answer leaves it open whether something was sold: the same sale under the same id is
 * then sent again, which sells nothing twice.
 */
import type { Schema } from '@plaza/client';
import { useNotify } from 'ra-core';
import { useCallback, useEffect, useState } from 'react';
import { api, told } from '../server/api';
import { Refusal } from '../server/problem';
import { forget, isUntouched, keptSales, putBack, sendDraft, useKeptSales } from './kept-sales';
import { useWords } from '../words/translate';
import { bodyOf, type Sale, type Shortage } from './sale';

type Order = Schema<'OrderAnswer'>;
type Outcome =
  | { kind: 'sold'; order: Order }
  | { kind: 'refused'; why: string; short: Shortage[] }
  | { kind: 'unanswered' };

/** How long after a lost answer it is asked for again. */
const againMs = 5_000;
/** Whoever has not answered by then will not. */
const answerMsMax = 20_000;

/** @param branchId of a sale for which none was chosen */
export function useSelling(branchId: string) {
  const { unanswered } = useKeptSales();
  const [paying, setPaying] = useState<Sale>();
  const { sold, setSold, sending, sendAll } = useSending(branchId);
  const isOpen = unanswered.some(({ refusal }) => refusal === null);
  useEffect(() => {
    if (!isOpen || sending) return undefined;
    const again = () => void sendAll();
    const timer = setTimeout(again, againMs);
    window.addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [isOpen, sending, sendAll]);
  const sell = () => {
    setPaying(sendDraft());
    void sendAll().finally(() => setPaying(undefined));
  };
  return { sold, paying, sending, sell, sendAgain: () => void sendAll(), next: () => setSold(undefined) };
}

function useSending(branchId: string) {
  const words = useWords();
  const notify = useNotify();
  const [sold, setSold] = useState<Order>();
  const [sending, setSending] = useState(false);
  const sendAll = useCallback(async () => {
    setSending(true);
    const orders = await inTurn(() => sendOpenSales(branchId)).finally(() => setSending(false));
    const last = orders.at(-1);
    if (last === undefined) return;
    // Whoever has begun the next one is told, and not interrupted.
    if (isUntouched(keptSales().draft)) setSold(last);
    else notify(words('resources.counter.sold', { number: last.number }), { type: 'success' });
  }, [branchId, notify, words]);
  return { sold, setSold, sending, sendAll };
}

/** @returns what was sold by it */
async function sendOpenSales(branchId: string): Promise<Order[]> {
  const orders: Order[] = [];
  for (const sale of keptSales().unanswered.filter(({ refusal }) => refusal === null)) {
    const outcome = await outcomeOf(sale, branchId);
    if (outcome.kind === 'unanswered') break;
    if (outcome.kind === 'refused') putBack(sale.id, outcome.why, outcome.short);
    else {
      forget(sale.id);
      orders.push(outcome.order);
    }
  }
  return orders;
}

async function outcomeOf(sale: Sale, branchId: string): Promise<Outcome> {
  const options = { body: bodyOf(sale, branchId), signal: AbortSignal.timeout(answerMsMax) };
  try {
    return { kind: 'sold', order: await told(api.POST('/v1/orders/sales', options)) };
  } catch (error) {
    if (!(error instanceof Refusal) || leavesItOpen(error)) return { kind: 'unanswered' };
    // It was sold before, as it was sent then; whatever was done to it since came too late.
    if (error.code === 'orders.id-conflict') return soldBefore(sale);
    return { kind: 'refused', why: error.message, short: shortIn(error) };
  }
}

async function soldBefore({ id }: Sale): Promise<Outcome> {
  try {
    return { kind: 'sold', order: await told(api.GET('/v1/orders/{id}', { params: { path: { id } } })) };
  } catch {
    return { kind: 'unanswered' };
  }
}

const unsettled = new Set([401, 408, 425, 429]);

/** Nobody answered, or whoever did could not say. */
const leavesItOpen = ({ status, isUnreachable }: Refusal) =>
  isUnreachable || status >= 500 || unsettled.has(status);

function shortIn({ problem }: Refusal): Shortage[] {
  const short = problem?.['short'];
  return Array.isArray(short) ? (short as Shortage[]) : [];
}

let before: Promise<unknown> = Promise.resolve();

/** Whoever asks while sales are being sent sends those that are open by then. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work, work);
  before = mine.catch(() => undefined);
  return mine;
}
