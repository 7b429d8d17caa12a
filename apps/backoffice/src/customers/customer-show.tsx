/** One customer: who it is, what they ordered, and what happened to their record. */
import { useRecordContext } from 'ra-core';
import {
  EditButton,
  ReferenceManyField,
  Show,
  TextField,
  TopToolbar,
  DataTable,
  Pagination,
} from 'ra-ui-materialui';
import { InstantField, MoneyField, StatusField } from '../look/fields';
import { Facts, Panel, Panels } from '../parts/facts';
import { History } from '../parts/history';
import { RowAction } from '../parts/row-action';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { ClaimCode } from './claim-code';

export default function CustomerShow() {
  return (
    <Show actions={<Actions />} component="div">
      <Details />
    </Show>
  );
}

function Details() {
  const words = useWords();
  const customer = useRecordContext();
  if (!customer) return null;
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="fullName" emptyText="–" />
          <TextField source="documentNumber" emptyText="–" />
          <TextField source="email" emptyText="–" />
          <TextField source="username" emptyText={words('resources.customers.noLogin')} />
          <InstantField source="createdAt" />
          <InstantField source="disabledAt" />
        </Facts>
      </Panel>
      <Panel title={words('resources.customers.orders')}>
        <ReferenceManyField
          reference="orders"
          target="customerId"
          sort={{ field: 'createdAt', order: 'DESC' }}
          pagination={<Pagination />}
        >
          <DataTable bulkActionButtons={false} rowClick="show">
            <DataTable.Col source="number" disableSort />
            <DataTable.Col source="status" disableSort>
              <StatusField source="status" words="resources.orders.statuses" />
            </DataTable.Col>
            <DataTable.Col align="right" source="total" disableSort field={MoneyField} />
            <DataTable.Col source="createdAt" field={InstantField} />
          </DataTable>
        </ReferenceManyField>
      </Panel>
      <History schema="identity" table="users" rowId={String(customer.id)} />
    </Panels>
  );
}

function Actions() {
  const words = useWords();
  const customer = useRecordContext();
  if (!customer) return null;
  const params = { path: { id: String(customer.id) } };
  return (
    <TopToolbar>
      {customer['username'] === null && <ClaimCode id={params.path.id} />}
      {customer['disabledAt'] === null ? (
        <RowAction
          label={words('resources.customers.disable')}
          meaning={words('resources.customers.disableSure')}
          done={words('resources.customers.disabled')}
          color="error"
          act={() => told(api.POST('/v1/identity/customers/{id}/disable', { params }))}
        />
      ) : (
        <RowAction
          label={words('resources.customers.enable')}
          meaning=""
          done={words('resources.customers.enabled')}
          act={() => told(api.POST('/v1/identity/customers/{id}/enable', { params }))}
        />
      )}
      <EditButton />
    </TopToolbar>
  );
}
