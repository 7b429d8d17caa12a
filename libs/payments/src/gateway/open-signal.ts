/** Wakes those who ask the gateway: there are payments to ask about. */
export const PAYMENTS_OPEN_SIGNAL = 'plaza_payments_open';
