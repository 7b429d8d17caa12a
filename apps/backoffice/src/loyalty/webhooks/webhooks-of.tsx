/** The addresses of a partner that are called with what it is told, and whether they answer. */
import { ResourceContextProvider, useCreatePath, type RaRecord } from 'ra-core';
import { DataTable } from 'ra-ui-materialui';
import { useState } from 'react';
import { InstantField, StatusField } from '../../look/fields';
import { Asked } from '../../parts/asked';
import { Rows } from '../../parts/rows';
import { SecretOnce } from '../../parts/secret-once';
import { useWords } from '../../words/translate';
import { webhooks } from '../collection';
import { NewWebhookForm } from './webhook-forms';

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
