/** All branches. */
import { DataTable } from 'ra-ui-materialui';
import { Rows } from '../parts/rows';
import { branches } from './collection';

export default function BranchList() {
  return (
    <Rows collection={branches} filters={[]} sort={{ field: 'name', order: 'ASC' }} creates rowClick="edit">
      <DataTable.Col source="code" disableSort />
      <DataTable.Col source="name" disableSort />
    </Rows>
  );
}
