/** One message's whole story: what became of it, the payment it speaks of, what was asked and told about it, who took it again. */
import type { Schema } from '@plaza/client';
import { RecordContextProvider, ResourceContextProvider, useRecordContext } from 'ra-core';
import { FunctionField, Show, TextField, TopToolbar } from 'ra-ui-materialui';
import { ErrorReports } from '../error-reports/error-reports';
import { InstantField, StatusField } from '../look/fields';
import { Facts, Panel, Panels } from '../parts/facts';
import { Attempts } from '../payments/attempts';
import { PaymentFacts, type Payment } from '../payments/payment-facts';
import { PaymentLink } from '../payments/payment-link';
import { ScreeningPanel } from '../payments/screening';
import { useWords } from '../words/translate';
import { placeText } from './collection';
import { ReplayOne } from './replay-one';
import { Replays } from './replays';

type Story = Schema<'MessageStoryAnswer'> & { id: string };

export default function MessageShow() {
  return (
    <Show actions={<Actions />} component="div">
      <Whole />
    </Show>
  );
}

function Actions() {
  const story = useRecordContext<Story>();
  return <TopToolbar>{story && <ReplayOne place={story} />}</TopToolbar>;
}

/** At first there may be only what a list has told of it. */
const isWhole = (row: object | undefined): row is Story => row !== undefined && 'replays' in row;

function Whole() {
  const words = useWords();
  const story = useRecordContext();
  if (!isWhole(story)) return null;
  const { payment, attempts, errorReports, replays } = story;
  return (
    <Panels>
      <Panel>
        <Facts>
          <FunctionField<Story>
            source="offset"
            label={words('resources.messages.place')}
            render={placeText}
          />
          <StatusField source="outcome" words="home.messages" />
          <TextField source="reason" emptyText="–" />
          <PaymentLink source="paymentId" />
          <InstantField source="producedAt" />
          <InstantField source="receivedAt" />
        </Facts>
      </Panel>
      {payment && <PaymentPanel payment={payment} />}
      {payment && (
        <Panel title={words('resources.payments.askings')}>
          <Attempts attempts={attempts} />
        </Panel>
      )}
      {payment && <ScreeningPanel paymentId={payment.id} />}
      <Panel title={words('resources.error-reports.told')}>
        <ErrorReports reports={errorReports} />
      </Panel>
      <Panel title={words('resources.messages.replays')}>
        <Replays replays={replays} />
      </Panel>
    </Panels>
  );
}

function PaymentPanel({ payment }: { payment: Payment }) {
  const words = useWords();
  return (
    <Panel title={words('resources.messages.payment')}>
      <ResourceContextProvider value="payments">
        <RecordContextProvider value={payment}>
          <PaymentFacts />
        </RecordContextProvider>
      </ResourceContextProvider>
    </Panel>
  );
}
