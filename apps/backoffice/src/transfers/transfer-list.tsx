/** All transfer records, newest first. */
import { useTranslate } from 'ra-core';
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { InstantField, StatusField } from '../look/fields';
import { Rows } from '../parts/rows';
import { transfers, transferStatuses } from './collection';

export default function TransferList() {
  const translate = useTranslate();
  const filters = [
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={transferStatuses.map((id) => ({
        id,
        name: translate(`resources.transfers.statuses.${id}`),
      }))}
    />,
  ];
  return (
    <Rows collection={transfers} filters={filters} sort={{ field: 'notedAt', order: 'DESC' }} rowClick="show">
      <DataTable.Col source="notedAt">
        <InstantField source="notedAt" />
      </DataTable.Col>
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
