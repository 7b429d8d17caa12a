/** The examples of identity: who registers, who works here, and a partner whose till gets credentials. */
import { at, customerId, later, page, partnerId, staffId } from '../http/story.examples';

const person = {
  id: customerId,
  username: 'ana.perez',
  email: 'ana@example.com',
  fullName: 'Ana Pérez',
  documentNumber: '52.345.678',
  role: 'customer',
  createdAt: at,
};
const tokens = {
  accessToken: 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl',
  refreshToken: '9Yq3s0nUuQm0VbJ8c2xw1hJtP5e7R4k6',
  tokenType: 'Bearer',
  expiresIn: 900,
};
const customer = { ...person, disabledAt: null };
const walkIn = { ...customer, username: null, email: null };
const clerk = {
  ...{ id: staffId, username: 'luis.gil', email: 'luis@example.com', fullName: 'Luis Gil' },
  ...{ documentNumber: null, role: 'staff', createdAt: '2026-10-01T07:00:00.000Z', disabledAt: null },
};
const disabled = { disabledAt: later };
const partner = {
  id: partnerId,
  name: 'Cafe Central',
  createdAt: '2026-10-05T08:00:00.000Z',
  disabledAt: null,
};
const scopes = ['loyalty:read', 'loyalty:write'];
const client = {
  ...{ clientId: 'cafe-central-till', name: 'Till', scopes, mode: 'live' },
  ...{ createdAt: partner.createdAt, disabledAt: null, previousSecretExpiresAt: null },
};
const clientSecret = 'Vq3mJ8sXw2L0cT9yRkD4nZ6bHfA1uPeG';
const password = 'correct horse battery';

export const identityBodies: Record<string, unknown> = {
  'identity.register': {
    ...{ username: person.username, email: person.email, password, fullName: person.fullName },
  },
  'identity.logIn': { username: person.username, password },
  'identity.refresh': { refreshToken: tokens.refreshToken },
  'identity.changeMe': { fullName: 'Ana Pérez Ruiz' },
  'identity.changePassword': { currentPassword: password, newPassword: 'staple of another horse' },
  'identity.oAuth.token': {
    ...{ grant_type: 'client_credentials', client_id: 'till-7', client_secret: '…', scope: 'payments:feed' },
  },
  'identity.customers.create': { fullName: person.fullName, documentNumber: person.documentNumber },
  'identity.customers.change': { email: person.email },
  'identity.staff.create': {
    ...{ username: clerk.username, email: clerk.email, password, role: 'staff', fullName: clerk.fullName },
  },
  'identity.staff.change': { role: 'admin' },
  'identity.partners.create': { name: partner.name },
  'identity.partners.change': { name: 'Cafe Central & Sons' },
  'identity.partners.createClient': { name: client.name, scopes },
  'identity.partners.rotateSecret': { overlapMinutes: 1440 },
};

export const identityAnswers: Record<string, unknown> = {
  'identity.register': person,
  'identity.me': person,
  'identity.changeMe': { ...person, fullName: 'Ana Pérez Ruiz' },
  'identity.logIn': tokens,
  'identity.refresh': tokens,
  'identity.oAuth.token': {
    ...{ access_token: tokens.accessToken, token_type: 'Bearer', expires_in: 900, scope: 'payments:feed' },
  },
  'identity.oAuth.jwks': {
    keys: [{ kty: 'RSA', use: 'sig', alg: 'RS256', kid: '2026-11', n: 'yKbr2fV0…', e: 'AQAB' }],
  },
  'identity.customers.list': page(customer),
  'identity.customers.create': walkIn,
  'identity.customers.get': customer,
  'identity.customers.change': customer,
  'identity.customers.disable': { ...customer, ...disabled },
  'identity.customers.enable': customer,
  'identity.customers.issueClaimCode': { code: 'K7QM-4TXD', expiresAt: '2026-11-24T09:30:00.000Z' },
  'identity.staff.list': page(clerk),
  'identity.staff.create': clerk,
  'identity.staff.get': clerk,
  'identity.staff.change': { ...clerk, role: 'admin' },
  'identity.staff.disable': { ...clerk, ...disabled },
  'identity.staff.enable': clerk,
  'identity.partners.list': page(partner),
  'identity.partners.create': partner,
  'identity.partners.get': partner,
  'identity.partners.change': { ...partner, name: 'Cafe Central & Sons' },
  'identity.partners.disable': { ...partner, ...disabled },
  'identity.partners.enable': partner,
  'identity.partners.listClients': page(client),
  'identity.partners.createClient': { clientId: client.clientId, clientSecret, scopes },
  'identity.partners.rotateSecret': {
    ...{ clientId: client.clientId, clientSecret },
    previousSecret: { expiresAt: '2026-11-22T09:30:00.000Z' },
  },
};
