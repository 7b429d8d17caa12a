/** All orders, newest first. */
import { DataTable, ReferenceField, SelectInput, TextInput } from 'ra-ui-materialui';
import { InstantField, MoneyField, StatusField } from '../look/fields';
import { choicesOf, ReferenceChoice, timeFilters } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { useWords } from '../words/translate';
import { orders, orderStatuses } from './collection';

export default function OrderList() {
  const words = useWords();
  const filters = [
    <TextInput key="document" source="document" alwaysOn />,
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={choicesOf(orderStatuses, 'resources.orders.statuses')}
    />,
    <ReferenceChoice key="branch" source="branch" reference="branches" />,
    ...timeFilters,
  ];
  return (
    <Rows collection={orders} filters={filters} sort={{ field: 'createdAt', order: 'DESC' }} rowClick="show">
      <DataTable.Col source="number" disableSort />
      <DataTable.Col source="createdAt" field={InstantField} />
      <DataTable.Col source="customerId" disableSort>
        <ReferenceField
          source="customerId"
          reference="customers"
          link={false}
          empty={words('resources.orders.anonymous')}
        />
      </DataTable.Col>
      <DataTable.Col source="branchId" disableSort>
        <ReferenceField source="branchId" reference="branches" link={false} />
      </DataTable.Col>
      <DataTable.Col source="status" disableSort>
        <StatusField source="status" words="resources.orders.statuses" />
      </DataTable.Col>
      <DataTable.Col align="right" source="total" disableSort field={MoneyField} />
    </Rows>
  );
}
