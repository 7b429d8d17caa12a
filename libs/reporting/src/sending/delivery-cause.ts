import type { Edition } from '../report';

/** What the mail with an edition is about: with its recipient it is one mail. */
export function deliveryCause({ week, number }: Pick<Edition, 'week' | 'number'>): string {
  return `weekly-report ${week} ${String(number)}`;
}
