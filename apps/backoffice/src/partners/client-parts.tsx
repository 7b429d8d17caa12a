/** Clients: made with a secret that is shown once, given another one while the first stays good for a while, disabled. */
import Box from '@mui/material/Box';
import type { Schema } from '@plaza/client';
import { maxLength, required, useRecordContext } from 'ra-core';
import { CheckboxGroupInput, RadioButtonGroupInput, TextInput } from 'ra-ui-materialui';
import { choicesOf } from '../parts/inputs';
import { useState } from 'react';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { RotationForm } from '../parts/rotation-form';
import { RowAction } from '../parts/row-action';
import { nameCharactersMax } from '../parts/rules';
import { SecretOnce, type Secret } from '../parts/secret-once';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { clientModes, partnerScopes } from './collection';

type Client = Schema<'ClientAnswer'> & { id: string };
type NewClientFields = Schema<'NewClientDto'>;

const defaults: Partial<NewClientFields> = { scopes: ['loyalty:read', 'loyalty:write'], mode: 'live' };

export function NewClient({ partnerId }: { partnerId: string }) {
  const words = useWords();
  const [secret, setSecret] = useState<Secret>();
  const create = async ({ name, scopes, mode }: NewClientFields) => {
    const { clientId, clientSecret } = await told(
      api.POST('/v1/identity/partners/{id}/clients', {
        params: { path: { id: partnerId } },
        body: { name, scopes, mode },
      }),
    );
    setSecret({ clientId, secret: clientSecret });
    return undefined;
  };
  return (
    <>
      <Asked label={words('resources.clients.create')}>
        {(close) => (
          <FormDialog
            title={words('resources.clients.create')}
            defaultValues={defaults}
            close={close}
            send={create}
          >
            <NewClientInputs />
          </FormDialog>
        )}
      </Asked>
      {secret && <SecretOnce {...secret} close={() => setSecret(undefined)} />}
    </>
  );
}

function NewClientInputs() {
  const words = useWords();
  return (
    <>
      <TextInput
        source="name"
        label={words('resources.clients.fields.name')}
        validate={[required(), maxLength(nameCharactersMax)]}
        autoFocus
      />
      <CheckboxGroupInput
        source="scopes"
        label={words('resources.clients.fields.scopes')}
        choices={partnerScopes.map((id) => ({ id, name: id }))}
        row={false}
        validate={required()}
      />
      <RadioButtonGroupInput
        source="mode"
        label={words('resources.clients.fields.mode')}
        choices={choicesOf(clientModes, 'resources.clients.modes')}
        validate={required()}
      />
    </>
  );
}

export function ClientActions({ partnerId }: { partnerId: string }) {
  const words = useWords();
  const client = useRecordContext<Client>();
  const [secret, setSecret] = useState<Secret>();
  if (client?.disabledAt !== null) return null;
  const path = { id: partnerId, clientId: client.clientId };
  const rotate = async (overlapMinutes: number) => {
    const { clientId, clientSecret, previousSecret } = await told(
      api.POST('/v1/identity/partners/{id}/clients/{clientId}/rotate-secret', {
        params: { path },
        body: { overlapMinutes },
      }),
    );
    setSecret({ clientId, secret: clientSecret, previousUntil: previousSecret.expiresAt });
  };
  return (
    <Box sx={{ display: 'flex' }}>
      <Asked label={words('plaza.secret.rotate')}>
        {(close) => <RotationForm rotate={rotate} close={close} />}
      </Asked>
      <RowAction
        label={words('resources.clients.disable')}
        meaning={words('resources.clients.disableSure')}
        done={words('resources.clients.disabled')}
        color="error"
        act={() => api.DELETE('/v1/identity/partners/{id}/clients/{clientId}', { params: { path } })}
      />
      {secret && <SecretOnce {...secret} close={() => setSecret(undefined)} />}
    </Box>
  );
}
