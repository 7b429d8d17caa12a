export * from './payments.events';
export * from './payments.schema';
export * from './payments.service';
export { outcomes, type Outcome, type PaymentStatus } from './messages/outcome';
export { paymentTypes, type PaymentType } from './messages/payment-message';
