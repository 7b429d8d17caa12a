/** The addresses of a partner that are called with what it is told, and whether they answer. */
import type { Schema } from '@plaza/client';
import { maxLength, required, ResourceContextProvider, useCreatePath, type RaRecord } from 'ra-core';
import { DataTable, SelectArrayInput, TextInput } from 'ra-ui-materialui';
import { useState } from 'react';
import { InstantField, StatusField } from '../look/fields';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { choicesOf } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { reasonCharactersMax } from '../parts/rules';
import { SecretOnce } from '../parts/secret-once';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { eventTypes, webhooks } from './collection';

type Told = Schema<'NewWebhookDto'>;

export function WebhooksOf({ partnerId }: { partnerId: string }) {
  const words = useWords();
  const createPath = useCreatePath();
  const [secret, setSecret] = useState<string>();
  return (
    <ResourceContextProvider value="webhooks">
      {secret !== undefined && <SecretOnce secret={secret} close={() => setSecret(undefined)} />}
      <Rows
        collection={webhooks}
        of={{ partnerId }}
        adds={
          <Asked label={words('resources.webhooks.add')}>
            {(close) => <NewWebhookForm partnerId={partnerId} tellSecret={setSecret} close={close} />}
          </Asked>
        }
        filters={[]}
        sort={{ field: 'createdAt', order: 'ASC' }}
        rowClick={(id: RaRecord['id']) => createPath({ resource: 'webhooks', type: 'show', id })}
      >
        <DataTable.Col source="url" disableSort />
        <DataTable.Col source="description" disableSort />
        <DataTable.Col source="status" disableSort>
          <StatusField source="status" words="resources.webhooks.statuses" />
        </DataTable.Col>
        <DataTable.Col source="deliveredAt" disableSort field={InstantField} />
        <DataTable.Col source="failingSince" disableSort field={InstantField} />
      </Rows>
    </ResourceContextProvider>
  );
}

interface NewWebhookFormProps {
  partnerId: string;
  tellSecret: (secret: string) => void;
  close: () => void;
}

function NewWebhookForm({ partnerId, tellSecret, close }: NewWebhookFormProps) {
  const words = useWords();
  const add = async ({ url, description, eventTypes: chosen }: Told) => {
    const body = { url, ...(description && { description }), ...(chosen?.length && { eventTypes: chosen }) };
    const { secret } = await told(
      api.POST('/v1/loyalty/webhooks', { params: { query: { partnerId } }, body }),
    );
    tellSecret(secret);
    return undefined;
  };
  return (
    <FormDialog
      title={words('resources.webhooks.add')}
      lead={words('resources.webhooks.addLead')}
      close={close}
      send={add}
    >
      <WebhookInputs />
    </FormDialog>
  );
}

export function WebhookInputs() {
  const words = useWords();
  return (
    <>
      <TextInput source="url" type="url" label="URL" validate={required()} autoFocus />
      <TextInput
        source="description"
        label={words('resources.webhooks.fields.description')}
        validate={maxLength(reasonCharactersMax)}
      />
      <SelectArrayInput
        source="eventTypes"
        label={words('resources.webhooks.fields.eventTypes')}
        helperText={words('resources.webhooks.allTypes')}
        choices={choicesOf(eventTypes, 'resources.webhooks.types')}
      />
    </>
  );
}
