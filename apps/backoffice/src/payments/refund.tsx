/**
 * Gives back a part of a payment, or all that is left. What is sent has a key of its own for as long as its dialog is open, so that
 * sending it again after a lost answer gives nothing back twice.
 */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { Schema } from '@plaza/client';
import {
  Form,
  maxLength,
  maxValue,
  minValue,
  required,
  useNotify,
  useRecordContext,
  useRefresh,
  useTranslate,
} from 'ra-core';
import { NumberInput, SaveButton, TextInput } from 'ra-ui-materialui';
import { useId, useState } from 'react';
import { useFormats } from '../look/formats';
import { MoneyInput } from '../parts/inputs';
import { reasonCharactersMax } from '../parts/rules';
import { api, told } from '../server/api';
import { newId } from '../server/new-id';
import { messageOf, Refusal } from '../server/problem';
import { useWords } from '../words/translate';
import type { Payment } from './payment-facts';

export function RefundPart() {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const payment = useRecordContext<Payment>();
  if (payment?.status !== 'captured' || payment.givenBack >= payment.amount) return null;
  return (
    <>
      <Button size="small" color="error" onClick={() => setOpen(true)}>
        {words('resources.refunds.give')}
      </Button>
      {open && <RefundDialog payment={payment} close={() => setOpen(false)} />}
    </>
  );
}

function RefundDialog({ payment, close }: { payment: Payment; close: () => void }) {
  const words = useWords();
  const translate = useTranslate();
  const formats = useFormats();
  const title = useId();
  const submit = useRefunding(payment, close);
  const { currency } = payment;
  const left = payment.amount - payment.givenBack;
  const rules = [required(), minValue(1), maxValue(left)];
  return (
    <Dialog open onClose={close} aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title}>{words('resources.refunds.give')}</DialogTitle>
      <Form onSubmit={submit} defaultValues={{ amount: left, currency }}>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>
            {words('resources.refunds.left', { amount: formats.money(left, currency) })}
          </DialogContentText>
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
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <SaveButton label={words('resources.refunds.give')} icon={<></>} color="error" alwaysEnable />
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** Gives back the faults of fields, which the form then shows where they are. */
function useRefunding({ id }: Payment, close: () => void) {
  const words = useWords();
  const notify = useNotify();
  const refresh = useRefresh();
  const [key] = useState(newId);
  return async (values: object) => {
    const { amount, reason } = values as Schema<'RefundDto'>;
    try {
      await told(
        api.POST('/v1/payments/{id}/refunds', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { amount, reason },
        }),
      );
      notify(words('resources.refunds.given'), { type: 'success' });
      refresh();
      close();
      return undefined;
    } catch (error) {
      notify(messageOf(error), { type: 'error' });
      return error instanceof Refusal ? error.faults : undefined;
    }
  };
}
