/** Staff and admins, newest first. */
import { DataTable } from 'ra-ui-materialui';
import { InstantField, WordField } from '../look/fields';
import { Rows } from '../parts/rows';
import { staff } from './collection';

export default function StaffList() {
  return (
    <Rows
      collection={staff}
      filters={[]}
      sort={{ field: 'createdAt', order: 'DESC' }}
      creates
      rowClick="show"
    >
      <DataTable.Col source="fullName" disableSort />
      <DataTable.Col source="username" disableSort />
      <DataTable.Col source="email" disableSort />
      <DataTable.Col source="role" disableSort>
        <WordField source="role" words="resources.staff.roles" />
      </DataTable.Col>
      <DataTable.Col source="createdAt" field={InstantField} />
      <DataTable.Col source="disabledAt" disableSort field={InstantField} />
    </Rows>
  );
}
