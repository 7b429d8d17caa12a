/** Everybody who gets the weekly report, newest first. */
import { DataTable } from 'ra-ui-materialui';
import { InstantField, ListField, WordField } from '../look/fields';
import { Rows } from '../parts/rows';
import { recipients } from './collection';

export default function RecipientList() {
  return (
    <Rows
      collection={recipients}
      filters={[]}
      sort={{ field: 'createdAt', order: 'DESC' }}
      creates
      rowClick="edit"
    >
      <DataTable.Col source="address" disableSort />
      <DataTable.Col source="language" disableSort>
        <WordField source="language" words="resources.recipients.languages" />
      </DataTable.Col>
      <DataTable.Col source="attachments" disableSort field={ListField} />
      <DataTable.Col source="createdAt" field={InstantField} />
    </Rows>
  );
}
