/** All partners, the oldest first. */
import { DataTable } from 'ra-ui-materialui';
import { InstantField } from '../look/fields';
import { Rows } from '../parts/rows';
import { partners } from './collection';

export default function PartnerList() {
  return (
    <Rows
      collection={partners}
      filters={[]}
      sort={{ field: 'createdAt', order: 'ASC' }}
      creates
      rowClick="show"
    >
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="createdAt" field={InstantField} />
      <DataTable.Col source="disabledAt" disableSort field={InstantField} />
    </Rows>
  );
}
