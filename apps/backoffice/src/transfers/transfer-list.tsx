/** All transfer records, newest first. */
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { choicesOf } from '../parts/inputs';
import { InstantField, StatusField } from '../look/fields';
import { Rows } from '../parts/rows';
import { transfers, transferStatuses } from './collection';

export default function TransferList() {
  const filters = [
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={choicesOf(transferStatuses, 'resources.transfers.statuses')}
    />,
  ];
  return (
    <Rows collection={transfers} filters={filters} sort={{ field: 'notedAt', order: 'DESC' }} rowClick="show">
      <DataTable.Col source="notedAt" field={InstantField} />
      <DataTable.Col source="key" disableSort />
      <DataTable.Col source="status" disableSort>
        <StatusField source="status" words="resources.transfers.statuses" />
      </DataTable.Col>
      <DataTable.Col source="companyKey" disableSort />
      <DataTable.Col source="result" disableSort />
      <DataTable.Col source="reason" disableSort />
      <DataTable.NumberCol source="attempts" disableSort />
    </Rows>
  );
}
