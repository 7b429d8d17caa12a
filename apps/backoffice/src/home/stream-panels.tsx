/** Payments with the census of everything that was received, and what members are owed in points. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '../look/formats';
import { Panel } from '../parts/facts';
import { LineChart } from '../parts/line-chart';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { Counted } from './counted';
import type { TodayProps } from './today-view';

type Partition = Schema<'TallyAnswer'>;

/** A minute of the series is written once it is over. */
const seriesEveryMs = 60_000;
const outcomes = [
  ...(['stored', 'duplicate', 'conflicting', 'declined'] as const),
  ...(['rejected', 'parked', 'open', 'review'] as const),
];

export function PaymentsPanel({ view: { payments, census } }: TodayProps) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Panel title={words('home.payments')}>
      {payments.length === 0 && <Typography color="textSecondary">{words('home.noPayments')}</Typography>}
      {inOrder(payments).map(({ status, currency, payments: count, amount }) => (
        <Counted
          key={`${status} ${currency ?? ''}`}
          label={[
            words(`home.outcomes.${status}`),
            ...(currency ? [formats.money(amount, currency)] : []),
          ].join(' · ')}
          value={formats.quantity(count)}
        />
      ))}
      <Census partitions={census} />
    </Panel>
  );
}

const shownFirst = ['captured', 'pending', 'review', 'parked', 'declined'] as const;

function inOrder(payments: Schema<'TodayAnswer'>['payments']) {
  return payments.toSorted((one, other) => shownFirst.indexOf(one.status) - shownFirst.indexOf(other.status));
}

function Census({ partitions }: { partitions: readonly Partition[] }) {
  const words = useWords();
  const formats = useFormats();
  const counted = ['received' as const, ...outcomes.filter((outcome) => sumOf(partitions, outcome) > 0)];
  return (
    <Box sx={{ mt: 2 }}>
      <Typography component="h3" variant="subtitle2" gutterBottom>
        {words('home.census')}
      </Typography>
      {counted.map((what) => (
        <Counted
          key={what}
          label={words(`home.messages.${what}`)}
          value={formats.quantity(sumOf(partitions, what))}
        />
      ))}
      <Closes missing={missingIn(partitions)} />
    </Box>
  );
}

function Closes({ missing }: { missing: number }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Alert severity={missing === 0 ? 'success' : 'error'} variant="outlined" sx={{ mt: 1, py: 0 }}>
      {missing === 0
        ? words('home.censusCloses')
        : words('home.censusOpen', { count: formats.quantity(missing) })}
    </Alert>
  );
}

const sumOf = (partitions: readonly Partition[], field: 'received' | (typeof outcomes)[number]) =>
  partitions.reduce((sum, partition) => sum + partition[field], 0);

/** What was received and is of no outcome, and offsets that were passed over. */
function missingIn(partitions: readonly Partition[]): number {
  const accounted = outcomes.reduce((sum, outcome) => sum + sumOf(partitions, outcome), 0);
  const gaps = partitions.reduce((sum, partition) => sum + partition.gaps, 0);
  return Math.abs(sumOf(partitions, 'received') - accounted) + gaps;
}

export function PointsPanel({ view: { pointsOutstanding } }: TodayProps) {
  const words = useWords();
  const formats = useFormats();
  const totals = useQuery({
    queryKey: ['points-of-all'],
    queryFn: () => told(api.GET('/v1/loyalty/totals/all')),
    refetchInterval: seriesEveryMs,
  });
  return (
    <Panel title={words('home.points')}>
      <Typography sx={{ fontSize: '1.9rem', fontWeight: 600, letterSpacing: '-0.02em' }}>
        {formats.quantity(pointsOutstanding)}
      </Typography>
      <Answer query={totals} height={180}>
        {({ points }) => <OverDay points={points} />}
      </Answer>
    </Panel>
  );
}

function OverDay({ points }: Schema<'TotalsAnswer'>) {
  const words = useWords();
  const known = points.flatMap(({ at, outstanding }) =>
    outstanding === null ? [] : [{ at, value: outstanding }],
  );
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {words(known.length === 0 ? 'home.noPoints' : 'home.pointsOverDay')}
      </Typography>
      <LineChart label={words('home.points')} points={known} />
    </>
  );
}
