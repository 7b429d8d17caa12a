/** Gives back a part of a payment, or all that is left. */
import type { Schema } from '@plaza/client';
import { maxLength, maxValue, minValue, required, useRecordContext } from 'ra-core';
import { NumberInput, TextInput } from 'ra-ui-materialui';
import { useFormats } from '../look/formats';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { MoneyInput } from '../parts/inputs';
import { reasonCharactersMax } from '../parts/rules';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import type { Payment } from './payment-facts';

export function RefundPart() {
  const words = useWords();
  const payment = useRecordContext<Payment>();
  if (payment?.status !== 'captured' || payment.givenBack >= payment.amount) return null;
  return (
    <Asked label={words('resources.refunds.give')} color="error">
      {(close) => <RefundDialog payment={payment} close={close} />}
    </Asked>
  );
}

function RefundDialog({ payment, close }: { payment: Payment; close: () => void }) {
  const words = useWords();
  const formats = useFormats();
  const { id, currency } = payment;
  const left = payment.amount - payment.givenBack;
  const rules = [required(), minValue(1), maxValue(left)];
  const refund = async ({ amount, reason }: Schema<'RefundDto'>, key: string) => {
    const params = { path: { id }, header: { 'Idempotency-Key': key } };
    await told(api.POST('/v1/payments/{id}/refunds', { params, body: { amount, reason } }));
    return words('resources.refunds.given');
  };
  return (
    <FormDialog
      title={words('resources.refunds.give')}
      lead={words('resources.refunds.left', { amount: formats.money(left, currency) })}
      color="error"
      defaultValues={{ amount: left, currency }}
      close={close}
      send={refund}
    >
      {currency === null ? (
        <NumberInput source="amount" label={words('resources.refunds.minorUnits')} validate={rules} />
      ) : (
        <MoneyInput source="amount" validate={rules} />
      )}
      <TextInput
        source="reason"
        label={words('plaza.reason')}
        validate={[required(), maxLength(reasonCharactersMax)]}
      />
    </FormDialog>
  );
}
