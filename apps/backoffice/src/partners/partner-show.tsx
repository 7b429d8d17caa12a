/** One partner, and the clients by which its machines come in. */
import { ResourceContextProvider, useRecordContext } from 'ra-core';
import { DataTable, EditButton, Show, TextField, TopToolbar } from 'ra-ui-materialui';
import { InstantField, ListField, WordField } from '../look/fields';
import { Facts, Panel, Panels } from '../parts/facts';
import { History } from '../parts/history';
import { RowAction } from '../parts/row-action';
import { Rows } from '../parts/rows';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { ClientActions, NewClient } from './client-parts';
import { clients } from './collection';

export default function PartnerShow() {
  return (
    <Show actions={<Actions />} component="div">
      <Details />
    </Show>
  );
}

function Actions() {
  const words = useWords();
  const partner = useRecordContext();
  if (!partner) return null;
  const params = { path: { id: String(partner.id) } };
  return (
    <TopToolbar>
      {partner['disabledAt'] === null ? (
        <RowAction
          label={words('resources.partners.disable')}
          meaning={words('resources.partners.disableSure')}
          done={words('resources.partners.disabled')}
          color="error"
          act={() => told(api.POST('/v1/identity/partners/{id}/disable', { params }))}
        />
      ) : (
        <RowAction
          label={words('resources.partners.enable')}
          meaning={words('resources.partners.enableSure')}
          done={words('resources.partners.enabled')}
          act={() => told(api.POST('/v1/identity/partners/{id}/enable', { params }))}
        />
      )}
      <EditButton />
    </TopToolbar>
  );
}

function Details() {
  const words = useWords();
  const partner = useRecordContext();
  if (!partner) return null;
  const id = String(partner.id);
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="name" />
          <InstantField source="createdAt" />
          <InstantField source="disabledAt" />
          <TextField source="id" />
        </Facts>
      </Panel>
      <Panel title={words('resources.partners.clients')}>
        <ResourceContextProvider value="clients">
          <Rows
            collection={clients}
            of={{ partner: id }}
            adds={<NewClient partnerId={id} />}
            filters={[]}
            sort={{ field: 'clientId', order: 'ASC' }}
            rowClick={false}
          >
            <DataTable.Col source="clientId" disableSort />
            <DataTable.Col source="name" disableSort />
            <DataTable.Col source="scopes" disableSort field={ListField} />
            <DataTable.Col source="mode" disableSort>
              <WordField source="mode" words="resources.clients.modes" />
            </DataTable.Col>
            <DataTable.Col source="disabledAt" disableSort field={InstantField} />
            <DataTable.Col source="previousSecretExpiresAt" disableSort field={InstantField} />
            <DataTable.Col label={false} disableSort>
              <ClientActions partnerId={id} />
            </DataTable.Col>
          </Rows>
        </ResourceContextProvider>
      </Panel>
      <History schema="identity" table="partners" rowId={id} />
    </Panels>
  );
}
