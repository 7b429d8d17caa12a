/** What was sold, what waits and what runs out. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useFormats } from '../look/formats';
import { Panel } from '../parts/facts';
import { useWords } from '../words/translate';
import { Counted } from './counted';
import type { TodayProps } from './today-view';

/** Plaza counts no further. */
const countedMax = 1_000;

export function SalesPanel({ view: { sales, since } }: TodayProps) {
  const words = useWords();
  const formats = useFormats();
  const time = formats.time(since);
  return (
    <Panel title={words('home.sales')}>
      {sales.length === 0 && (
        <Typography color="textSecondary">{words('home.nothingSold', { time })}</Typography>
      )}
      {sales.map(({ currency, purchases, revenue }) => (
        <Box key={currency} sx={{ mb: 1 }}>
          <Typography sx={{ fontSize: '1.9rem', fontWeight: 600, letterSpacing: '-0.02em', lineHeight: 1.2 }}>
            {formats.money(revenue, currency)}
          </Typography>
          <Typography color="textSecondary">
            {words('home.purchases', { smart_count: purchases, count: formats.quantity(purchases), time })}
          </Typography>
        </Box>
      ))}
    </Panel>
  );
}

export function WaitingPanel({ view: { waiting } }: TodayProps) {
  const words = useWords();
  const formats = useFormats();
  const told = (orders: number) =>
    orders < countedMax
      ? formats.quantity(orders)
      : words('home.atLeast', { count: formats.quantity(countedMax) });
  return (
    <Panel title={words('home.waiting')}>
      {waiting.map(({ status, orders }) => (
        <Counted
          key={status}
          value={told(orders)}
          label={
            <Link component={RouterLink} to={listWith('/orders', { status })} underline="hover">
              {words(`home.waitingFor.${status}`)}
            </Link>
          }
        />
      ))}
    </Panel>
  );
}

const listWith = (list: string, filter: { status: string }) =>
  `${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

const attentionKinds = [
  { kind: 'alarms', to: '/alarms' },
  { kind: 'reviews', to: '/reviews' },
  { kind: 'refusedReports', to: listWith('/error-reports', { status: 'refused' }) },
  { kind: 'drifts', to: '/drifts' },
  { kind: 'deadLetters', to: '/dead-letters' },
] as const;

export function AttentionPanel({ view: { attention } }: TodayProps) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Panel title={words('home.attention')}>
      {attentionKinds.map(({ kind, to }) => (
        <Counted
          key={kind}
          urgent={attention[kind] > 0}
          value={formats.quantity(attention[kind])}
          label={
            <Link component={RouterLink} to={to} underline="hover">
              {words(`home.${kind}`)}
            </Link>
          }
        />
      ))}
    </Panel>
  );
}

export function RunningOutPanel({ view }: TodayProps) {
  const words = useWords();
  const formats = useFormats();
  const { all, first } = view.attention.runningOut;
  const more = all - first.length;
  return (
    <Panel title={words('home.runningOut')}>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {words(all === 0 ? 'home.nothingRunsOut' : 'home.runningOutLead')}
      </Typography>
      {first.map(({ productId, product, branchId, branch, available, daysLeft }) => (
        <Counted
          key={`${productId} ${branchId}`}
          value={words('home.left', {
            available: formats.quantity(available),
            days: formats.quantity(Math.floor(daysLeft)),
            smart_count: Math.floor(daysLeft),
          })}
          label={
            <Link component={RouterLink} to={`/products/${productId}/show`} underline="hover">
              {`${product} · ${branch}`}
            </Link>
          }
        />
      ))}
      {more > 0 && (
        <Typography color="textSecondary">
          {words('home.moreOfThem', { count: formats.quantity(more) })}
        </Typography>
      )}
    </Panel>
  );
}
