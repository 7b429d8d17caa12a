/**
 * The sales of this browser that Plaza has not answered yet: the one that is being put together, and those that were sent. They are
 * kept where neither a reload nor a power cut takes them, and are the same in every tab.
 */
import { useSyncExternalStore } from 'react';
import { newSale, refusedFor, type Sale, type Shortage } from './sale';

export interface KeptSales {
  draft: Sale;
  /** Sent, and neither sold nor refused for all this browser knows; and refused while another was being put together. */
  unanswered: readonly Sale[];
}

const key = 'plaza.counter-sales';

/** As they were read last, so that the same text is the same sales. */
let known: { text: string | null; sales: KeptSales } | undefined;
const listeners = new Set<() => void>();

export function useKeptSales(): KeptSales {
  return useSyncExternalStore(subscribe, keptSales);
}

export function keptSales(): KeptSales {
  const text = localStorage.getItem(key);
  const read = known?.text === text ? known : { text, sales: salesIn(text) };
  known = read;
  return read.sales;
}

export function changeDraft(change: (draft: Sale) => Sale): void {
  keep((sales) => ({ ...sales, draft: change(sales.draft) }));
}

/** From now on it is to be answered, and the next one can be put together. */
export function sendDraft(): Sale {
  const { draft } = keptSales();
  keep(({ unanswered }) => ({
    draft: newSale(draft.branchId),
    unanswered: [...unanswered, { ...draft, refusal: null }],
  }));
  return draft;
}

export function forget(saleId: string): void {
  keep(({ draft, unanswered }) => ({ draft, unanswered: unanswered.filter(({ id }) => id !== saleId) }));
}

/** It is put before whoever made it again, unless the next one is under way already: then it waits to be taken up. */
export function putBack(saleId: string, refusal: string, short: readonly Shortage[]): void {
  keep(({ draft, unanswered }) => {
    const refused = unanswered.find(({ id }) => id === saleId);
    if (!refused) return { draft, unanswered };
    const sale = refusedFor(refused, refusal, short);
    if (isUntouched(draft)) return { draft: sale, unanswered: others(unanswered, saleId) };
    return { draft, unanswered: unanswered.map((each) => (each.id === saleId ? sale : each)) };
  });
}

/** Only where nothing else is under way. */
export function takeUp(saleId: string): void {
  keep(({ draft, unanswered }) => {
    const sale = unanswered.find(({ id }) => id === saleId);
    return sale && isUntouched(draft)
      ? { draft: sale, unanswered: others(unanswered, saleId) }
      : { draft, unanswered };
  });
}

export const isUntouched = ({ lines, customer }: Sale): boolean => lines.length === 0 && customer === null;

const others = (sales: readonly Sale[], saleId: string) => sales.filter(({ id }) => id !== saleId);

function keep(change: (sales: KeptSales) => KeptSales): void {
  localStorage.setItem(key, JSON.stringify(change(keptSales())));
  for (const listener of listeners) listener();
}

/** What nobody can read is no sale. */
function salesIn(text: string | null): KeptSales {
  try {
    if (text !== null) return JSON.parse(text) as KeptSales;
  } catch {
    localStorage.removeItem(key);
  }
  return { draft: newSale(), unanswered: [] };
}

function subscribe(listener: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === key) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', heard);
  };
}
