/** All payments, newest first. */
import { DataTable, NumberInput, SelectInput } from 'ra-ui-materialui';
import { InstantField, MoneyField, StatusField, WordField } from '../look/fields';
import { choicesOf, timeFilters } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { payments, paymentStatuses, paymentTypes } from './collection';

export default function PaymentList() {
  const filters = [
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={choicesOf(paymentStatuses, 'home.outcomes')}
    />,
    <SelectInput
      key="type"
      source="type"
      alwaysOn
      choices={choicesOf(paymentTypes, 'resources.payments.types')}
    />,
    <NumberInput key="account" source="account" min={1} />,
    ...timeFilters,
  ];
  return (
    <Rows
      collection={payments}
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      rowClick="show"
    >
      <DataTable.Col source="createdAt" field={InstantField} />
      <DataTable.Col source="status" disableSort>
        <StatusField source="status" words="home.outcomes" />
      </DataTable.Col>
      <DataTable.Col source="type" disableSort>
        <WordField source="type" words="resources.payments.types" />
      </DataTable.Col>
      <DataTable.NumberCol source="accountId" disableSort />
      <DataTable.Col align="right" source="amount" disableSort field={MoneyField} />
      <DataTable.Col source="cardLast4" disableSort />
      <DataTable.NumberCol source="attempts" disableSort />
    </Rows>
  );
}
