/** Something that can be done with a row: asked once more before it is done, with a reason where Plaza keeps one. */
import Button, { type ButtonProps } from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useNotify, useRefresh, useTranslate } from 'ra-core';
import { useId, useState, type ReactNode } from 'react';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';
import { Asked } from './asked';
import { reasonCharactersMax } from './rules';
import { Fault } from './states';

interface RowActionProps {
  label: string;
  /** What it means, for whoever is about to do it. */
  meaning: string;
  /** What is said once it is done. */
  done: string;
  color?: ButtonProps['color'];
  icon?: ReactNode;
  asksReason?: boolean;
  act: (reason: string | undefined) => Promise<unknown>;
}

export function RowAction(props: RowActionProps) {
  const { label, color = 'primary', icon } = props;
  return (
    <Asked label={label} color={color} icon={icon}>
      {(close) => <Question {...props} close={close} />}
    </Asked>
  );
}

function Question({
  label,
  meaning,
  done,
  color,
  asksReason,
  act,
  close,
}: RowActionProps & { close: () => void }) {
  const words = useWords();
  const translate = useTranslate();
  const title = useId();
  const [reason, setReason] = useState('');
  const { waiting, fault, run } = useAct(done, close);
  return (
    <Dialog open onClose={close} aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title}>{label}</DialogTitle>
      <DialogContent>
        <DialogContentText>{meaning}</DialogContentText>
        {asksReason === true && (
          <TextField
            label={words('plaza.reason')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            slotProps={{ htmlInput: { maxLength: reasonCharactersMax } }}
          />
        )}
        {fault !== undefined && <Fault error={fault} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          color={color ?? 'primary'}
          loading={waiting}
          onClick={() => run(() => act(reason.trim() === '' ? undefined : reason.trim()))}
        >
          {label}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Does something once, says that it is done and asks for what may have changed by it. */
export function useAct(done: string, close: () => void) {
  const notify = useNotify();
  const refresh = useRefresh();
  const [waiting, setWaiting] = useState(false);
  const [fault, setFault] = useState<string>();
  const run = (work: () => Promise<unknown>) => {
    setWaiting(true);
    setFault(undefined);
    work()
      .then(() => {
        notify(done, { type: 'success' });
        refresh();
        close();
      })
      .catch((error: unknown) => setFault(messageOf(error)))
      .finally(() => setWaiting(false));
  };
  return { waiting, fault, run };
}
