/** Reports that were sent: all of them, or those of one week. */
import { DataTable } from 'ra-ui-materialui';
import type { ReactElement } from 'react';
import { InstantField, QuantityField, StatusField, WordField } from '../look/fields';
import { Rows } from '../parts/rows';
import { reportDeliveries } from './collection';

export function DeliveryRows({ filters, week }: { filters: ReactElement[]; week?: string }) {
  return (
    <Rows
      collection={reportDeliveries}
      filters={filters}
      {...(week !== undefined && { of: { week } })}
      sort={{ field: 'deliveredAt', order: 'DESC' }}
      rowClick={false}
    >
      <DataTable.Col source="week" disableSort />
      <DataTable.Col align="right" source="edition" disableSort field={QuantityField} />
      <DataTable.Col source="address" disableSort />
      <DataTable.Col source="language" disableSort>
        <WordField source="language" words="resources.recipients.languages" />
      </DataTable.Col>
      <DataTable.Col source="deliveredAt" field={InstantField} />
      <DataTable.Col source="mail" disableSort>
        <StatusField source="mail" words="resources.mail.statuses" />
      </DataTable.Col>
    </Rows>
  );
}
