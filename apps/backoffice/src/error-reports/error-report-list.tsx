/** All error reports, newest first. */
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { choicesOf } from '../parts/inputs';
import { InstantField, StatusField, WordField } from '../look/fields';
import { Rows } from '../parts/rows';
import { PaymentLink } from '../payments/payment-link';
import { errorReports, reportStatuses } from './collection';

export default function ErrorReportList() {
  const filters = [
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={choicesOf(reportStatuses, 'resources.error-reports.statuses')}
    />,
  ];
  return (
    <Rows
      collection={errorReports}
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      rowClick={false}
      hidden={['lastFailure', 'deliveredAt']}
    >
      <DataTable.Col source="createdAt" field={InstantField} />
      <DataTable.Col source="kind" disableSort>
        <WordField source="kind" words="resources.error-reports.kinds" />
      </DataTable.Col>
      <DataTable.Col source="errorType" disableSort>
        <WordField source="errorType" words="resources.error-reports.types" />
      </DataTable.Col>
      <DataTable.Col source="description" disableSort />
      <DataTable.Col source="status" disableSort>
        <StatusField source="status" words="resources.error-reports.statuses" />
      </DataTable.Col>
      <DataTable.NumberCol source="attempts" disableSort />
      <DataTable.Col source="paymentId" disableSort>
        <PaymentLink source="paymentId" />
      </DataTable.Col>
      <DataTable.Col source="lastFailure" disableSort />
      <DataTable.Col source="deliveredAt" disableSort field={InstantField} />
    </Rows>
  );
}
