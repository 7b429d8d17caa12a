/** All mail, newest first. What was captured can be read; what was sent is its recipient's. */
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { InstantField, QuantityField, StatusField } from '../look/fields';
import { Rows } from '../parts/rows';
import { useWords } from '../words/translate';
import { mail, mailStatuses } from './collection';

export default function MailList() {
  const words = useWords();
  const filters = [
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={mailStatuses.map((id) => ({ id, name: words(`resources.mail.statuses.${id}`) }))}
    />,
  ];
  return (
    <Rows
      collection={mail}
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      rowClick={(_id, _resource, { status }) => (status === 'captured' ? 'show' : false)}
      hidden={['endedAt']}
    >
      <DataTable.Col source="recipient" disableSort />
      <DataTable.Col source="subject" disableSort />
      <DataTable.Col source="status" disableSort>
        <StatusField source="status" words="resources.mail.statuses" />
      </DataTable.Col>
      <DataTable.Col align="right" source="attempts" disableSort>
        <QuantityField source="attempts" />
      </DataTable.Col>
      <DataTable.Col source="lastFailure" disableSort />
      <DataTable.Col source="createdAt">
        <InstantField source="createdAt" />
      </DataTable.Col>
      <DataTable.Col source="endedAt" disableSort>
        <InstantField source="endedAt" />
      </DataTable.Col>
    </Rows>
  );
}
