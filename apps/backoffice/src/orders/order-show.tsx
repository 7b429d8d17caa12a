/** One order: what was ordered, what happened to it, and what can be done about it now. */
import type { Schema } from '@plaza/client';
import { useRecordContext } from 'ra-core';
import { ReferenceField, Show, TextField, TopToolbar } from 'ra-ui-materialui';
import { InstantField, MoneyField, StatusField } from '../look/fields';
import { Facts, Panel, Panels } from '../parts/facts';
import { History } from '../parts/history';
import { RowAction } from '../parts/row-action';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { OrderCourse } from './order-course';
import { OrderLines } from './order-lines';

type Order = Schema<'OrderAnswer'>;
type Status = Order['status'];

/** Whether an order may be so treated is Plaza's to say; here only what would be refused for certain is not offered. */
const cancellable: readonly Status[] = ['accepted', 'awaiting-payment'];
const refundable: readonly Status[] = ['paid', 'fulfilled'];

export default function OrderShow() {
  return (
    <Show actions={<Actions />} component="div">
      <Details />
    </Show>
  );
}

function Details() {
  const words = useWords();
  const order = useRecordContext<Order>();
  if (!order) return null;
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="number" />
          <StatusField source="status" words="resources.orders.statuses" />
          <MoneyField source="total" />
          <ReferenceField
            source="customerId"
            reference="customers"
            link="show"
            empty={words('resources.orders.anonymous')}
          />
          <ReferenceField source="branchId" reference="branches" link={false} />
          <InstantField source="createdAt" />
          <InstantField source="payBefore" />
          <InstantField source="paidAt" />
        </Facts>
      </Panel>
      <Panel title={words('resources.orders.lines')}>
        <OrderLines order={order} />
      </Panel>
      <Panel title={words('resources.orders.course')}>
        <OrderCourse id={order.id} />
      </Panel>
      <History schema="orders" table="orders" rowId={order.id} />
    </Panels>
  );
}

function Actions() {
  const order = useRecordContext<Order>();
  return (
    <TopToolbar>
      {order && cancellable.includes(order.status) && <Cancel id={order.id} />}
      {order?.status === 'paid' && <Fulfil id={order.id} />}
      {order && refundable.includes(order.status) && <Refund id={order.id} />}
    </TopToolbar>
  );
}

const at = (id: string) => ({ path: { id } });
const because = (reason: string | undefined) => (reason === undefined ? {} : { reason });

function Cancel({ id }: { id: string }) {
  const words = useWords();
  return (
    <RowAction
      label={words('resources.orders.cancel')}
      meaning={words('resources.orders.cancelSure')}
      done={words('resources.orders.cancelled')}
      color="error"
      asksReason
      act={(reason) => told(api.POST('/v1/orders/{id}/cancel', { params: at(id), body: because(reason) }))}
    />
  );
}

function Fulfil({ id }: { id: string }) {
  const words = useWords();
  return (
    <RowAction
      label={words('resources.orders.fulfil')}
      meaning={words('resources.orders.fulfilSure')}
      done={words('resources.orders.fulfilled')}
      act={() => told(api.POST('/v1/orders/{id}/fulfil', { params: at(id) }))}
    />
  );
}

function Refund({ id }: { id: string }) {
  const words = useWords();
  return (
    <RowAction
      label={words('resources.orders.refund')}
      meaning={words('resources.orders.refundSure')}
      done={words('resources.orders.refunded')}
      color="error"
      asksReason
      act={(reason) => told(api.POST('/v1/orders/{id}/refund', { params: at(id), body: because(reason) }))}
    />
  );
}
