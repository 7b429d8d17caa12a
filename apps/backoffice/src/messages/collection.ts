/** Every message that was received, by its place on its topic. */
import type { Schema } from '@plaza/client';
import { sortedBy, type Collection, type Told } from '../server/collection';

export const messages: Collection = {
  path: '/v1/payments/messages',
  pages: 'numbered',
  sortOf: sortedBy('offset'),
  idOf: ({ topic, partition, offset }: Told) => [topic, partition, offset].map(String).join('-'),
  pathOf: (id) => `/v1/payments/messages/${id.split('-').map(encodeURIComponent).join('/')}`,
};

export type Outcome = Schema<'MessageAnswer'>['outcome'];
export type Place = Pick<Schema<'MessageAnswer'>, 'topic' | 'partition' | 'offset'>;

export const outcomes: readonly Outcome[] = [
  'stored',
  'duplicate',
  'conflicting',
  'declined',
  'rejected',
  'parked',
  'open',
  'review',
];

export const placeText = ({ topic, partition, offset }: Place) => `${topic}/${partition}/${offset}`;

/** The list as it is filtered to this, in the address. */
export function messagesWith(filter: { outcome?: Outcome; topic?: string }): string {
  return `/messages?${new URLSearchParams({ filter: JSON.stringify(filter) }).toString()}`;
}
