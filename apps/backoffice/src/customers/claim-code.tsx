/** Issues the code by which a customer of the counter gets a login. It is told this once. */
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'ra-core';
import { useId } from 'react';
import { useFormats } from '../look/formats';
import { api, told } from '../server/api';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';

export function ClaimCode({ id }: { id: string }) {
  const words = useWords();
  const notify = useNotify();
  const issue = useMutation({
    mutationFn: () => told(api.POST('/v1/identity/customers/{id}/claim-code', { params: { path: { id } } })),
    onError: (error) => notify(messageOf(error), { type: 'error' }),
  });
  return (
    <>
      <Button
        size="small"
        startIcon={<KeyOutlined />}
        loading={issue.isPending}
        onClick={() => issue.mutate()}
      >
        {words('resources.customers.claimCode.issue')}
      </Button>
      {issue.data && <Issued {...issue.data} close={() => issue.reset()} />}
    </>
  );
}

function Issued({ code, expiresAt, close }: { code: string; expiresAt: string; close: () => void }) {
  const words = useWords();
  const translate = useTranslate();
  const formats = useFormats();
  const title = useId();
  return (
    <Dialog open onClose={close} aria-labelledby={title} maxWidth="xs">
      <DialogTitle id={title}>{words('resources.customers.claimCode.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText>{words('resources.customers.claimCode.lead')}</DialogContentText>
        <Typography sx={{ my: 2, textAlign: 'center', fontFamily: 'monospace', fontSize: '1.8rem' }}>
          {code}
        </Typography>
        <DialogContentText>
          {words('resources.customers.claimCode.until', { at: formats.instant(expiresAt) })}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
