/** One transfer record: what became of it, and what was answered about its streams. */
import Box from '@mui/material/Box';
import type { Schema } from '@plaza/client';
import { useRecordContext } from 'ra-core';
import { Show, TextField } from 'ra-ui-materialui';
import { InstantField, QuantityField, StatusField } from '../look/fields';
import { useFormats } from '../look/formats';
import { CompactTable } from '../parts/compact-table';
import { Facts, Panel, Panels } from '../parts/facts';
import { useWords } from '../words/translate';

type Story = Schema<'TransferStoryAnswer'> & { id: string };

export default function TransferShow() {
  return (
    <Show component="div">
      <Whole />
    </Show>
  );
}

/** At first there may be only what a list has told of it. */
const isWhole = (row: object | undefined): row is Story => row !== undefined && 'streams' in row;

function Whole() {
  const words = useWords();
  const story = useRecordContext();
  if (!isWhole(story)) return null;
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="key" />
          <StatusField source="status" words="resources.transfers.statuses" />
          <TextField source="companyKey" emptyText="–" />
          <TextField source="result" emptyText="–" />
          <TextField source="reason" emptyText="–" />
          <QuantityField source="attempts" />
          <InstantField source="datedAt" />
          <InstantField source="notedAt" />
          <InstantField source="takenAt" />
          <InstantField source="screenedAt" />
          <InstantField source="endedAt" />
          <InstantField source="nextAttemptAt" />
        </Facts>
      </Panel>
      <Panel title={words('resources.transfers.streams')}>
        <Streams streams={story.streams} />
      </Panel>
      <Panel title={words('resources.transfers.record')}>
        <Box
          component="pre"
          sx={{ m: 0, fontSize: '0.8rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {JSON.stringify(story.record, null, 2)}
        </Box>
      </Panel>
    </Panels>
  );
}

function Streams({ streams }: Pick<Story, 'streams'>) {
  const words = useWords();
  const formats = useFormats();
  return (
    <CompactTable
      rows={streams}
      keyOf={({ number }) => String(number)}
      columns={[
        { label: words('resources.transfers.number'), numeric: true, cell: ({ number }) => number },
        { label: words('resources.transfers.audioUrl'), cell: ({ audioUrl }) => audioUrl },
        {
          label: words('resources.transfers.score'),
          numeric: true,
          cell: ({ score }) => formats.quantity(score),
        },
        { label: words('resources.payments.askedAt'), cell: ({ askedAt }) => formats.instant(askedAt) },
        {
          label: words('resources.payments.tookMs'),
          numeric: true,
          cell: ({ tookMs }) => formats.quantity(tookMs),
        },
      ]}
    />
  );
}
