/**
 * The demo's logins. They are printed at every start, so they are no secret, and they are never made where
 * `NODE_ENV=production`.
 */
import { partnerScopes } from '@plaza/identity';

export interface DemoLogin {
  username: string;
  password: string;
  role: 'customer' | 'staff' | 'admin' | 'partner';
  fullName: string;
}

export const demoStaff = [
  { username: 'admin', password: 'demo-plaza-admin', role: 'admin', fullName: 'Alma Admin' },
  { username: 'staff', password: 'demo-plaza-staff', role: 'staff', fullName: 'Stella Staff' },
] as const satisfies readonly DemoLogin[];

/** Known at the counter only: staff find her by her document number and can give her a claim code. */
export const demoCounterCustomer = { fullName: 'Nora Nilsen', documentNumber: '456789' } as const;

/** Loaded last: where the last of them is, everything is. */
export const demoCustomers = [
  {
    username: 'carla',
    password: 'demo-plaza-carla',
    role: 'customer',
    fullName: 'Carla Costa',
    document: '123456',
  },
  {
    username: 'omar',
    password: 'demo-plaza-omar',
    role: 'customer',
    fullName: 'Omar Ortega',
    document: '234567',
  },
  {
    username: 'hana',
    password: 'demo-plaza-hana',
    role: 'customer',
    fullName: 'Hana Holm',
    document: '345678',
  },
] as const;

/** A partner business; its login is a client id with its secret, for `POST /v1/oauth/token`. */
export const demoPartner = {
  clientId: 'harbour-coffee',
  secret: 'demo-plaza-partner-harbour-coffee',
  name: 'Harbour Coffee',
  partnerId: '019a9f3c-5c00-7000-8000-0000000000c0',
  scopes: partnerScopes,
} as const;

export const demoLogins: readonly Pick<DemoLogin, 'username' | 'password' | 'role'>[] = [
  ...demoStaff,
  ...demoCustomers,
  { username: demoPartner.clientId, password: demoPartner.secret, role: 'partner' },
];
