/**
 * A form in a dialog, for what is done with something that is on the screen. Faults of fields are told where they are; what is
 * sent has a key of its own for as long as the dialog is open, so that sending it again after a lost answer does nothing twice.
 */
import Button, { type ButtonProps } from '@mui/material/Button';
import Dialog, { type DialogProps } from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { Form, useNotify, useRefresh, useTranslate } from 'ra-core';
import { SaveButton } from 'ra-ui-materialui';
import { useId, useState, type ReactNode } from 'react';
import { newId } from '../server/new-id';
import { messageOf, Refusal } from '../server/problem';

interface FormDialogProps<Fields> {
  title: string;
  lead?: string | undefined;
  /** What its button says; the title unless told. */
  action?: string;
  color?: ButtonProps['color'];
  /** How wide it may be; narrow unless told. */
  width?: DialogProps['maxWidth'];
  /** What its fields begin with; never with those of the row that the dialog is about. */
  defaultValues?: object;
  close: () => void;
  /** @returns what is said when it is done; nothing where what is shown next says it */
  send: (fields: Fields, key: string) => Promise<string | undefined>;
  children: ReactNode;
}

export function FormDialog<Fields>(props: FormDialogProps<Fields>) {
  const { title, lead, action = title, color = 'primary', width = 'xs' } = props;
  const { defaultValues = {}, close, send, children } = props;
  const translate = useTranslate();
  const titleId = useId();
  const submit = useSending(send, close);
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} fullWidth maxWidth={width}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <Form noValidate onSubmit={submit} record={defaultValues}>
        <DialogContent>
          {lead !== undefined && <DialogContentText sx={{ mb: 1 }}>{lead}</DialogContentText>}
          {children}
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <SaveButton label={action} color={color} icon={<></>} alwaysEnable />
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** Gives back the faults of fields, which the form then shows where they are. */
function useSending<Fields>(send: FormDialogProps<Fields>['send'], close: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const [key] = useState(newId);
  return async (fields: object) => {
    try {
      const done = await send(fields as Fields, key);
      if (done !== undefined) notify(done, { type: 'success' });
      refresh();
      close();
      return undefined;
    } catch (error) {
      notify(messageOf(error), { type: 'error' });
      return error instanceof Refusal ? error.faults : undefined;
    }
  };
}
