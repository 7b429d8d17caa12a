/** All mail, newest first. What was captured can be read; what was sent is its recipient's. */
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { choicesOf } from '../parts/inputs';
import { InstantField, QuantityField, StatusField } from '../look/fields';
import { Rows } from '../parts/rows';
import { mail, mailStatuses } from './collection';

export default function MailList() {
  const filters = [
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={choicesOf(mailStatuses, 'resources.mail.statuses')}
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
      <DataTable.Col align="right" source="attempts" disableSort field={QuantityField} />
      <DataTable.Col source="lastFailure" disableSort />
      <DataTable.Col source="createdAt" field={InstantField} />
      <DataTable.Col source="endedAt" disableSort field={InstantField} />
    </Rows>
  );
}
