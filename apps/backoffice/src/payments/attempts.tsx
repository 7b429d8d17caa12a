/** How often the gateway was asked, and with what it answered. */
import type { Schema } from '@plaza/client';
import { Status } from '../look/fields';
import { useFormats } from '../look/formats';
import { CompactTable } from '../parts/compact-table';
import { useWords } from '../words/translate';

export function Attempts({ attempts }: { attempts: readonly Schema<'AttemptAnswer'>[] }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <CompactTable
      rows={attempts}
      keyOf={({ number }) => String(number)}
      none={words('resources.payments.neverAsked')}
      columns={[
        { label: words('resources.payments.askedAt'), cell: ({ askedAt }) => formats.instant(askedAt) },
        {
          label: words('resources.payments.outcome'),
          cell: ({ outcome }) => <Status value={outcome} words="resources.payments.attemptOutcomes" />,
        },
        { label: words('plaza.reason'), cell: ({ reason }) => reason },
        {
          label: words('resources.payments.httpStatus'),
          numeric: true,
          cell: ({ httpStatus }) => httpStatus ?? '–',
        },
        {
          label: words('resources.payments.tookMs'),
          numeric: true,
          cell: ({ tookMs }) => formats.quantity(tookMs),
        },
      ]}
    />
  );
}
