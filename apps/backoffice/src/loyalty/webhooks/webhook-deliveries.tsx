/** What was delivered to a webhook and what is to be, the newest events first; a line opens to its attempts. */
import { ResourceContextProvider } from 'ra-core';
import { DataTable, SelectInput, TextInput } from 'ra-ui-materialui';
import { choicesOf } from '../../parts/inputs';
import { InstantField, QuantityField, StatusField, WordField } from '../../look/fields';
import { Rows } from '../../parts/rows';
import { Attempts } from './attempts';
import { deliveries, deliveryStatuses } from '../collection';

export function Deliveries({ webhook }: { webhook: string }) {
  const status = (
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={choicesOf(deliveryStatuses, 'resources.deliveries.statuses')}
    />
  );
  return (
    <ResourceContextProvider value="deliveries">
      <Rows
        collection={deliveries}
        of={{ webhook }}
        filters={[status, <TextInput key="eventId" source="eventId" />]}
        sort={{ field: 'eventId', order: 'DESC' }}
        rowClick="expand"
        expand={<Attempts />}
      >
        <DataTable.Col source="eventId" disableSort />
        <DataTable.Col source="type" disableSort>
          <WordField source="type" words="resources.webhooks.types" />
        </DataTable.Col>
        <DataTable.Col source="status" disableSort>
          <StatusField source="status" words="resources.deliveries.statuses" />
        </DataTable.Col>
        <DataTable.Col align="right" source="attempts" disableSort field={QuantityField} />
        <DataTable.Col source="nextAttemptAt" disableSort field={InstantField} />
      </Rows>
    </ResourceContextProvider>
  );
}
