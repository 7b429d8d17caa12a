/** Reviews, newest first; decided on the screen of their payment, where everything about it stands. */
import { DataTable, FunctionField, SelectInput } from 'ra-ui-materialui';
import type { Schema } from '@plaza/client';
import { InstantField, Status } from '../look/fields';
import { yesOrNo } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { PaymentLink } from '../payments/payment-link';
import { reviews } from './collection';

type Review = Schema<'ReviewAnswer'>;

export default function ReviewList() {
  const filters = [<SelectInput key="pending" source="pending" alwaysOn choices={yesOrNo} />];
  return (
    <Rows
      collection={reviews}
      filters={filters}
      filterDefaults={{ pending: 'true' }}
      sort={{ field: 'beganAt', order: 'DESC' }}
      rowClick={false}
    >
      <DataTable.Col source="beganAt" field={InstantField} />
      <DataTable.Col source="paymentId" disableSort>
        <PaymentLink source="paymentId" />
      </DataTable.Col>
      <DataTable.Col source="reason" disableSort />
      <DataTable.Col source="decision" disableSort>
        <FunctionField<Review>
          source="decision"
          render={({ decision }) => (
            <Status value={decision ?? 'waiting'} words="resources.reviews.decisions" />
          )}
        />
      </DataTable.Col>
      <DataTable.Col source="note" disableSort />
      <DataTable.Col source="decidedAt" disableSort field={InstantField} />
    </Rows>
  );
}
