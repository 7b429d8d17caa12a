export * from './identity.module';
export * from './identity.schema';
export * from './identity.events';
export * from './users/registration.service';
export * from './users/users.service';
export * from './users/users.queries';
export * from './users/known-logins.queries';
export * from './users/own-account.service';
export * from './users/customers.service';
export * from './imports/customer-imports.service';
export * from './users/claim-codes.service';
export * from './users/staff.service';
export * from './users/people.queries';
export {
  acceptableUsername,
  type LoginProfile,
  type PersonChange,
  type PersonView,
  type Profile,
  type UserRole,
} from './users/person';
export * from './sessions/sessions.service';
export { repeatGraceMs } from './sessions/refresh-token.entity';
export * from './sessions/upkeep.module';
export * from './sessions/past-sessions.service';
export * from './clients/clients.service';
export * from './clients/own-scopes';
export * from './lockout/login-attempts';
export * from './partners/partners.service';
export * from './partners/partners.queries';
export * from './partners/partner-scopes';
export type { PartnerView } from './partners/partner.entity';
export { passwordCharactersMax, passwordCharactersMin } from './passwords/password';
export { clientModes, type ClientMode } from './clients/client.entity';
export type { NewClient } from './clients/client.entity';
export { Caller, tokenAudience, tokenIssuer } from './tokens/access-token';
export * from './tokens/revocations';
export { TokenKeys, type PublicJwk } from './tokens/token-keys';
