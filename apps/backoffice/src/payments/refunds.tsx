/** What was given back of a payment or is about to be, and how the gateway took it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@plaza/client';
import { Status } from '../look/fields';
import { useFormats } from '../look/formats';
import { CompactTable } from '../parts/compact-table';
import { Panel } from '../parts/facts';
import { RowAction } from '../parts/row-action';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import type { Payment } from './payment-facts';

type Refund = Schema<'RefundAnswer'>;

export function RefundsPanel({ payment }: { payment: Payment }) {
  const words = useWords();
  const refunds = useQuery({
    queryKey: ['refunds', payment.id, payment.givenBack],
    queryFn: () => told(api.GET('/v1/payments/{id}/refunds', { params: { path: { id: payment.id } } })),
  });
  if (refunds.data?.items.length === 0) return null;
  return (
    <Panel title={words('resources.refunds.title')}>
      <Answer query={refunds}>
        {({ items }) => <RefundTable refunds={items} currency={payment.currency} />}
      </Answer>
    </Panel>
  );
}

function RefundTable({ refunds, currency }: { refunds: readonly Refund[]; currency: string | null }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <CompactTable
      rows={refunds}
      keyOf={({ id }) => id}
      columns={[
        {
          label: words('resources.refunds.requestedAt'),
          cell: ({ requestedAt }) => formats.instant(requestedAt),
        },
        {
          label: words('resources.refunds.amount'),
          numeric: true,
          cell: ({ amount }) => formats.money(amount, currency),
        },
        { label: words('plaza.reason'), cell: ({ reason }) => reason },
        {
          label: words('resources.refunds.status'),
          cell: (refund) =>
            refund.status === 'unanswered' ? (
              <AskAgain refund={refund} />
            ) : (
              <Status value={refund.status} words="resources.refunds.statuses" />
            ),
        },
        {
          label: words('resources.refunds.settledAt'),
          cell: ({ settledAt }) => formats.instant(settledAt),
        },
      ]}
    />
  );
}

function AskAgain({ refund: { id: refundId, paymentId } }: { refund: Refund }) {
  const words = useWords();
  const queries = useQueryClient();
  const ask = async () => {
    await told(
      api.POST('/v1/payments/{id}/refunds/{refundId}/ask', {
        params: { path: { id: paymentId, refundId } },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['refunds', paymentId] });
  };
  return (
    <RowAction
      label={words('resources.refunds.askAgain')}
      meaning={words('resources.refunds.askAgainMeans')}
      done={words('resources.refunds.asked')}
      act={ask}
    />
  );
}
