/** One payment: what the gateway and the screening said, what people decided, what was given back. */
import { useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'ra-core';
import { Show, TopToolbar } from 'ra-ui-materialui';
import { Panel, Panels } from '../parts/facts';
import { History } from '../parts/history';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { Attempts } from './attempts';
import { PaymentFacts, type Payment } from './payment-facts';
import { RefundPart } from './refund';
import { RefundsPanel } from './refunds';
import { Decide, ReviewsPanel } from './review';
import { ScreeningPanel } from './screening';

export default function PaymentShow() {
  return (
    <Show actions={<Actions />} component="div">
      <Details />
    </Show>
  );
}

function Actions() {
  return (
    <TopToolbar>
      <Decide />
      <RefundPart />
    </TopToolbar>
  );
}

function Details() {
  const payment = useRecordContext<Payment>();
  if (!payment) return null;
  return (
    <Panels>
      <Panel>
        <PaymentFacts />
      </Panel>
      <ReviewsPanel payment={payment} />
      <RefundsPanel payment={payment} />
      <AttemptsPanel payment={payment} />
      <ScreeningPanel paymentId={payment.id} />
      <History schema="payments" table="payments" rowId={payment.id} />
    </Panels>
  );
}

function AttemptsPanel({ payment: { id, attempts: count } }: { payment: Payment }) {
  const words = useWords();
  const attempts = useQuery({
    queryKey: ['attempts', id, count],
    queryFn: () => told(api.GET('/v1/payments/{id}/attempts', { params: { path: { id } } })),
  });
  return (
    <Panel title={words('resources.payments.askings')}>
      <Answer query={attempts}>{({ items }) => <Attempts attempts={items} />}</Answer>
    </Panel>
  );
}
