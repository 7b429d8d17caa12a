/** Rules of fields that Plaza has, too: known here so that a person hears of a slip before anything is sent. */
import type { WordKey } from '../words/translate';

export const nameCharactersMax = 200;
export const reasonCharactersMax = 200;

export const slug = matches(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'plaza.rules.slug');
export const sku = matches(/^[A-Za-z0-9][\w.-]{0,63}$/, 'plaza.rules.sku');
export const currency = matches(/^[A-Z]{3}$/, 'plaza.rules.currency');
export const documentNumber = matches(/^[A-Za-z0-9][A-Za-z0-9.-]{2,39}$/, 'plaza.rules.documentNumber');
export const eventNumber = matches(/^[1-9]\d{0,17}$/, 'resources.deliveries.eventIdRule');
export const weekName = matches(/^\d{4}-W\d{2}$/, 'resources.reports.weekRule');

function matches(pattern: RegExp, rule: WordKey) {
  return (value: unknown) =>
    typeof value !== 'string' || value === '' || pattern.test(value) ? undefined : rule;
}
