/** A secret that Plaza tells this once. It stays until it is said to be kept: nothing pressed by mistake takes it away. */
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useNotify } from 'ra-core';
import { useId } from 'react';
import { useFormats } from '../look/formats';
import { useWords } from '../words/translate';

export interface Secret {
  /** What it belongs to, where that has to be known with it. */
  clientId?: string;
  secret: string;
  /** Until when the one before it is good. */
  previousUntil?: string;
}

export function SecretOnce({ clientId, secret, previousUntil, close }: Secret & { close: () => void }) {
  const words = useWords();
  const formats = useFormats();
  const titleId = useId();
  return (
    <Dialog open aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{words('plaza.secret.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Alert severity="warning">{words('plaza.secret.once')}</Alert>
        {clientId !== undefined && <Copied label={words('plaza.secret.clientId')} text={clientId} />}
        <Copied label={words('plaza.secret.secret')} text={secret} />
        {previousUntil !== undefined && (
          <Typography variant="body2">
            {words('plaza.secret.previous', { at: formats.instant(previousUntil) })}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={close}>
          {words('plaza.secret.kept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Copied({ label, text }: { label: string; text: string }) {
  const words = useWords();
  const notify = useNotify();
  const id = useId();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(() => notify(words('plaza.copied'), { type: 'info' }));
  return (
    <Box>
      <Typography id={id} variant="caption" color="textSecondary" component="div">
        {label}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography
          component="code"
          aria-labelledby={id}
          sx={{ fontFamily: 'monospace', fontSize: '0.9rem', overflowWrap: 'anywhere', flex: 1 }}
        >
          {text}
        </Typography>
        <Button size="small" startIcon={<ContentCopyOutlined />} onClick={copy}>
          {words('plaza.copy')}
        </Button>
      </Box>
    </Box>
  );
}
