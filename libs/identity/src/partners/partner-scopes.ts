/** All that a partner's client may be given. A route for partners declares one of these. */
export const partnerScopes = [
  'loyalty:read',
  'loyalty:write',
  'loyalty:settings',
  'loyalty:sandbox',
] as const;
export type PartnerScope = (typeof partnerScopes)[number];
