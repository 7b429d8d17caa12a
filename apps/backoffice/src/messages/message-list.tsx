/** All messages, the latest first; from here many of them are taken again at once. */
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { choicesOf } from '../parts/inputs';
import { InstantField, StatusField } from '../look/fields';
import { Rows } from '../parts/rows';
import { paymentTypes } from '../payments/collection';
import { PaymentLink } from '../payments/payment-link';
import { messages, outcomes } from './collection';
import { ReplayMany } from './replay-many';

export default function MessageList() {
  const filters = [
    <SelectInput key="outcome" source="outcome" alwaysOn choices={choicesOf(outcomes, 'home.messages')} />,
    <SelectInput
      key="topic"
      source="topic"
      alwaysOn
      choices={choicesOf(paymentTypes, 'resources.payments.types')}
    />,
  ];
  return (
    <Rows
      collection={messages}
      filters={filters}
      sort={{ field: 'offset', order: 'DESC' }}
      rowClick="show"
      adds={<ReplayMany />}
    >
      <DataTable.Col source="topic" disableSort />
      <DataTable.NumberCol source="partition" disableSort />
      <DataTable.NumberCol source="offset" />
      <DataTable.Col source="outcome" disableSort>
        <StatusField source="outcome" words="home.messages" />
      </DataTable.Col>
      <DataTable.Col source="receivedAt" disableSort field={InstantField} />
      <DataTable.Col source="reason" disableSort />
      <DataTable.Col source="paymentId" disableSort>
        <PaymentLink source="paymentId" />
      </DataTable.Col>
    </Rows>
  );
}
