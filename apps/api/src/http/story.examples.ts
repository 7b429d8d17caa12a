/** What the examples of several contexts name: one story, in which somebody registers, looks, buys two shirts and pays for them. */
import { ONLINE_BRANCH_ID } from '@plaza/catalog';

export const at = '2026-11-21T09:30:00.000Z';
export const later = '2026-11-21T09:35:00.000Z';
export const customerId = '019e2f3c-1b3a-7d8e-9c4f-5a6b7c8d9e0f';
export const staffId = '019e2f20-7a6b-7c8d-9e0f-1a2b3c4d5e6f';
export const partnerId = '019e2f29-0000-7000-8000-00000000c0fe';
export const orderId = '019e2f41-7c55-7a31-8f0e-2d3c4b5a6978';
export const productId = '019e2f30-55aa-7b1c-9d2e-3f4a5b6c7d8e';
export const requestId = '019e2f41-7c54-7e10-9a2b-3c4d5e6f7081';

export const category = { id: '019e2f2f-0001-7000-8000-000000000001', name: 'Shirts', slug: 'shirts' };
export const online = { id: ONLINE_BRANCH_ID, code: 'online', name: 'Online' };
export const downtown = { id: '019e2f2e-0002-7000-8000-0000000000b2', code: 'downtown', name: 'Downtown' };

/** The only page of a list. */
export const page = (...items: object[]) => ({ items, next: null });
