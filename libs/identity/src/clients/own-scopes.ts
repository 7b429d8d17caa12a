/** All that a client of our own may be given by hand. A route for machines of our own declares one of these. */
export const ownScopes = ['payments:feed'] as const;
export type OwnScope = (typeof ownScopes)[number];
