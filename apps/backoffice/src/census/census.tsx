/** The census per partition: everything received is of one outcome, and offsets that were passed over are named. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { Schema } from '@plaza/client';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'ra-ui-materialui';
import { Link as RouterLink } from 'react-router-dom';
import { useFormats } from '../look/formats';
import { messagesWith, outcomes } from '../messages/collection';
import { ReplayMany } from '../messages/replay-many';
import { CompactTable, type Column } from '../parts/compact-table';
import { Panel, Panels } from '../parts/facts';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';

type Partition = Schema<'CensusAnswer'>;

const countedAgainMs = 5_000;

export default function Census() {
  const words = useWords();
  const census = useQuery({
    queryKey: ['census'],
    queryFn: () => told(api.GET('/v1/payments/census')),
    refetchInterval: countedAgainMs,
  });
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={words('resources.census.title')} />
      <Panels>
        <Panel title={words('resources.census.lead')} action={<ReplayMany />}>
          <Answer query={census} height={160}>
            {(partitions) => <Partitions partitions={partitions} />}
          </Answer>
        </Panel>
        <Missing partitions={census.data ?? []} />
      </Panels>
    </Box>
  );
}

function Partitions({ partitions }: { partitions: readonly Partition[] }) {
  return (
    <CompactTable
      rows={partitions}
      keyOf={({ topic, partition }) => `${topic}/${String(partition)}`}
      columns={[...useWhere(), ...useCounted(), ...useOffsets()]}
    />
  );
}

function useWhere(): Column<{ topic: string; partition: number }>[] {
  const words = useWords();
  return [
    { label: words('resources.messages.fields.topic'), cell: ({ topic }) => topic },
    {
      label: words('resources.messages.fields.partition'),
      numeric: true,
      cell: ({ partition }) => partition,
    },
  ];
}

function useCounted(): Column<Partition>[] {
  const words = useWords();
  const formats = useFormats();
  const counted = outcomes.map((outcome) => ({
    label: words(`home.messages.${outcome}`),
    numeric: true,
    cell: ({ topic, [outcome]: count }: Partition) =>
      count === 0 ? (
        '0'
      ) : (
        <Link component={RouterLink} to={messagesWith({ outcome, topic })}>
          {formats.quantity(count)}
        </Link>
      ),
  }));
  const received = {
    label: words('home.messages.received'),
    numeric: true,
    cell: ({ received: count }: Partition) => <strong>{formats.quantity(count)}</strong>,
  };
  return [received, ...counted];
}

function useOffsets(): Column<Partition>[] {
  const words = useWords();
  const formats = useFormats();
  return [
    {
      label: words('resources.census.offsets'),
      numeric: true,
      cell: ({ firstOffset, lastOffset }) =>
        `${formats.quantity(firstOffset)} – ${formats.quantity(lastOffset)}`,
    },
    {
      label: words('resources.census.gaps'),
      numeric: true,
      cell: ({ gaps }) => (
        <Box component="span" sx={{ ...(gaps > 0 && { color: 'error.main', fontWeight: 600 }) }}>
          {formats.quantity(gaps)}
        </Box>
      ),
    },
  ];
}

/** Nothing where nothing is missing. */
function Missing({ partitions }: { partitions: readonly Partition[] }) {
  const words = useWords();
  const formats = useFormats();
  const where = useWhere();
  const stretches = partitions.flatMap(({ topic, partition, missing }) =>
    missing.map((stretch) => ({ topic, partition, ...stretch })),
  );
  if (stretches.length === 0) return null;
  return (
    <Panel title={words('resources.census.missing')}>
      <CompactTable
        rows={stretches}
        keyOf={({ topic, partition, from }) => [topic, partition, from].join('/')}
        columns={[
          ...where,
          {
            label: words('resources.census.offsets'),
            numeric: true,
            cell: ({ from, to }) => `${formats.quantity(from)} – ${formats.quantity(to)}`,
          },
        ]}
      />
    </Panel>
  );
}
