/** What the error log was told about one payment or message. */
import type { Schema } from '@plaza/client';
import { Status } from '../look/fields';
import { useFormats } from '../look/formats';
import { CompactTable } from '../parts/compact-table';
import { useWords } from '../words/translate';

export function ErrorReports({ reports }: { reports: readonly Schema<'ErrorReportAnswer'>[] }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <CompactTable
      rows={reports}
      keyOf={({ id }) => id}
      none={words('resources.error-reports.none')}
      columns={[
        {
          label: words('resources.error-reports.fields.createdAt'),
          cell: ({ createdAt }) => formats.instant(createdAt),
        },
        {
          label: words('resources.error-reports.fields.kind'),
          cell: ({ kind }) => words(`resources.error-reports.kinds.${kind}`),
        },
        {
          label: words('resources.error-reports.fields.description'),
          cell: ({ description }) => description,
        },
        {
          label: words('resources.error-reports.fields.status'),
          cell: ({ status }) => <Status value={status} words="resources.error-reports.statuses" />,
        },
      ]}
    />
  );
}
