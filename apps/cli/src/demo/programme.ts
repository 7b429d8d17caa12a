/** The programme of the demo's partner: its members, and what they earned and used. */

const day = 24 * 60 * 60_000;

export const demoMembers = [
  { externalId: 'guest-001', name: 'Alba Arroyo', email: 'alba@example.org' },
  { externalId: 'guest-002', name: 'Bruno Berg', email: 'bruno@example.org' },
  { externalId: 'guest-003', name: 'Chiara Conti', email: 'chiara@example.org' },
  { externalId: 'guest-004', name: 'Denis Dubois', email: 'denis@example.org' },
] as const;

interface DemoMove {
  does: 'accrue' | 'redeem';
  externalId: (typeof demoMembers)[number]['externalId'];
  points: number;
  description: string;
  /** Days before the demo data is loaded. */
  daysAgo: number;
  /** After so many days from then on; at once unless told. */
  availableInMs?: number;
  /** Never unless told. */
  expiresInMs?: number;
}

/** Each is done once: its place in this list is its id. */
export const demoMoves: readonly DemoMove[] = [
  { does: 'accrue', externalId: 'guest-001', points: 900, description: 'Breakfast for two', daysAgo: 30 },
  { does: 'accrue', externalId: 'guest-001', points: 240, description: 'Coffee beans', daysAgo: 12 },
  { does: 'redeem', externalId: 'guest-001', points: 400, description: 'A cake', daysAgo: 3 },
  {
    ...{ does: 'accrue', externalId: 'guest-002', points: 320, description: 'Lunch', daysAgo: 8 },
    expiresInMs: 60 * day,
  },
  {
    ...{ does: 'accrue', externalId: 'guest-002', points: 150, description: 'Catering', daysAgo: 1 },
    availableInMs: 14 * day,
  },
  { does: 'accrue', externalId: 'guest-003', points: 500, description: 'A birthday', daysAgo: 20 },
  { does: 'redeem', externalId: 'guest-003', points: 500, description: 'Dinner', daysAgo: 2 },
  {
    ...{ does: 'accrue', externalId: 'guest-004', points: 75, description: 'Coffee', daysAgo: 1 },
    expiresInMs: 365 * day,
  },
];
