/**
 * The languages of the back office, loaded when they are chosen. Everybody translates by the provider that stands here, in
 * components through `useWords`, so that a key which is no word does not compile.
 */
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { useTranslate } from 'ra-core';
import type { Words } from './en';

export const languages = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
];

type Leaf<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Key}`
    : Leaf<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

export type WordKey = Leaf<Words>;
export type Values = Record<string, unknown>;

const preferred = navigator.languages.map((language) => language.slice(0, 2));
const first = preferred.find((language) => languages.some(({ locale }) => locale === language)) ?? 'en';

let provider: ReturnType<typeof polyglotI18nProvider> | undefined;

/** The messages of the language to begin with have to be there before anything is shown. */
export async function prepareWords() {
  const messages = await messagesOf(first);
  provider = polyglotI18nProvider(
    (locale) => (locale === first ? messages : messagesOf(locale)),
    first,
    languages,
    { allowMissing: true },
  );
  return provider;
}

/** Outside of components. Keys that come from Plaza, as codes of problems do, bring what to say otherwise as `_`. */
export function translate(key: string, values?: Values): string {
  return provider?.translate(key, values) ?? key;
}

export function useWords(): (key: WordKey, values?: Values) => string {
  return useTranslate();
}

async function messagesOf(locale: string) {
  return locale === 'es' ? (await import('./es')).spanish : (await import('./en')).english;
}
