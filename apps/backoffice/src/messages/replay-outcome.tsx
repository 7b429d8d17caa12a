/** What became of replayed messages, or would: how many went which way, and which they are. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Schema } from '@plaza/client';
import { Link as RouterLink } from 'react-router-dom';
import { useFormats } from '../look/formats';
import { CompactTable } from '../parts/compact-table';
import { useWords } from '../words/translate';
import { Became } from './became';
import { placeText } from './collection';

type Replayed = Schema<'ReplayedAnswer'>;

export function ReplayOutcome({ answer }: { answer: Replayed }) {
  const words = useWords();
  const formats = useFormats();
  const { dryRun, examined, changed, counts, places } = answer;
  const figures = { examined: formats.quantity(examined), changed: formats.quantity(changed) };
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Alert severity={dryRun ? 'info' : 'success'} role="status">
        {words(dryRun ? 'resources.messages.wouldChange' : 'resources.messages.didChange', figures)}
      </Alert>
      {counts.length > 0 && (
        <CompactTable
          rows={counts}
          keyOf={({ from, to }) => `${from} ${to}`}
          columns={[
            {
              label: words('resources.messages.became'),
              cell: ({ from, to }) => <Became before={from} after={to} />,
            },
            {
              label: words('resources.messages.count'),
              numeric: true,
              cell: ({ count }) => formats.quantity(count),
            },
          ]}
        />
      )}
      {places.length > 0 && <Places places={places} />}
    </Box>
  );
}

function Places({ places }: Pick<Replayed, 'places'>) {
  const words = useWords();
  return (
    <CompactTable
      rows={places}
      keyOf={placeText}
      columns={[
        {
          label: words('resources.messages.place'),
          cell: (place) => (
            <Link
              component={RouterLink}
              to={`/messages/${place.topic}-${String(place.partition)}-${String(place.offset)}/show`}
            >
              {placeText(place)}
            </Link>
          ),
        },
        { label: words('resources.messages.became'), cell: (place) => <Became {...place} /> },
        { label: words('plaza.reason'), cell: ({ reason }) => reason },
      ]}
    />
  );
}
