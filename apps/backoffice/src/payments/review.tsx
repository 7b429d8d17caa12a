/** Decisions about a payment in review: those that were made, and the one to make now. */
import { useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'ra-core';
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

type Review = Schema<'ReviewAnswer'>;
type Decision = Schema<'ReviewDto'>['decision'];

export function Decide() {
  const payment = useRecordContext<Payment>();
  if (payment?.status !== 'review') return null;
  return (
    <>
      <DecisionAction id={payment.id} decision="approve" />
      <DecisionAction id={payment.id} decision="decline" />
    </>
  );
}

function DecisionAction({ id, decision }: { id: string; decision: Decision }) {
  const words = useWords();
  const act = (note: string | undefined) =>
    told(
      api.POST('/v1/payments/{id}/review', {
        params: { path: { id } },
        body: { decision, ...(note !== undefined && { note }) },
      }),
    );
  return (
    <RowAction
      label={words(`resources.reviews.${decision}`)}
      meaning={words(`resources.reviews.${decision}Means`)}
      done={words(`resources.reviews.${decision}Done`)}
      color={decision === 'decline' ? 'error' : 'primary'}
      asksReason
      act={act}
    />
  );
}

/** Nothing where nobody ever had to decide. */
export function ReviewsPanel({ payment: { id: paymentId, status } }: { payment: Payment }) {
  const words = useWords();
  const reviews = useQuery({
    queryKey: ['reviews', paymentId, status],
    queryFn: () => told(api.GET('/v1/payments/reviews', { params: { query: { paymentId } } })),
  });
  if (reviews.data?.items.length === 0) return null;
  return (
    <Panel title={words('resources.reviews.title')}>
      <Answer query={reviews}>{({ items }) => <ReviewTable reviews={items} />}</Answer>
    </Panel>
  );
}

function ReviewTable({ reviews }: { reviews: readonly Review[] }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <CompactTable
      rows={reviews}
      keyOf={({ id }) => id}
      columns={[
        {
          label: words('resources.reviews.fields.beganAt'),
          cell: ({ beganAt }) => formats.instant(beganAt),
        },
        { label: words('plaza.reason'), cell: ({ reason }) => reason },
        {
          label: words('resources.reviews.fields.decision'),
          cell: ({ decision }) => (
            <Status value={decision ?? 'waiting'} words="resources.reviews.decisions" />
          ),
        },
        { label: words('resources.reviews.fields.note'), cell: ({ note }) => note ?? '–' },
        {
          label: words('resources.reviews.fields.decidedAt'),
          cell: ({ decidedAt }) => formats.instant(decidedAt),
        },
      ]}
    />
  );
}
