/** The first thing a person sees. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useLogin, useTranslate } from 'ra-core';
import { LocalesMenuButton } from 'ra-ui-materialui';
import { useState, type SubmitEvent } from 'react';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';

export function SignIn() {
  const words = useWords();
  return (
    <Box
      component="main"
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}
    >
      <Card sx={{ p: 4, width: '100%', maxWidth: 380 }}>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'start' }}>
          <Typography variant="h5" component="h1">
            {words('plaza.signIn.title')}
          </Typography>
          <LocalesMenuButton />
        </Box>
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          {words('plaza.signIn.lead')}
        </Typography>
        <Form />
      </Card>
    </Box>
  );
}

function Form() {
  const translate = useTranslate();
  const login = useLogin();
  const [fault, setFault] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setWaiting(true);
    setFault(undefined);
    login(Object.fromEntries(new FormData(event.currentTarget)))
      .catch((error: unknown) => setFault(messageOf(error)))
      .finally(() => setWaiting(false));
  };
  return (
    <form onSubmit={submit}>
      <TextField
        name="username"
        label={translate('ra.auth.username')}
        autoComplete="username"
        required
        autoFocus
      />
      <TextField
        name="password"
        type="password"
        label={translate('ra.auth.password')}
        autoComplete="current-password"
        required
      />
      {fault !== undefined && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {fault}
        </Alert>
      )}
      <Button type="submit" variant="contained" fullWidth loading={waiting} sx={{ mt: 2 }}>
        {translate('ra.auth.sign_in')}
      </Button>
    </form>
  );
}
