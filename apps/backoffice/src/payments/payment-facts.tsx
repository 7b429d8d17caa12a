/** What is known of a payment at a glance. */
import type { Schema } from '@plaza/client';
import { ReferenceField, TextField } from 'ra-ui-materialui';
import { InstantField, MoneyField, QuantityField, StatusField, WordField } from '../look/fields';
import { Facts } from '../parts/facts';

export type Payment = Schema<'PaymentAnswer'>;

export function PaymentFacts() {
  return (
    <Facts>
      <StatusField source="status" words="home.outcomes" />
      <MoneyField source="amount" />
      <MoneyField source="givenBack" />
      <WordField source="type" words="resources.payments.types" />
      <TextField source="accountId" />
      <TextField source="cardLast4" emptyText="–" />
      <ReferenceField source="orderId" reference="orders" link="show" empty="–" />
      <QuantityField source="attempts" />
      <InstantField source="createdAt" />
      <InstantField source="capturedAt" />
      <InstantField source="settledAt" />
      <InstantField source="nextAttemptAt" />
    </Facts>
  );
}
