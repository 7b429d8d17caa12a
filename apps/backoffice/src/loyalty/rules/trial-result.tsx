/** What an order would earn, and why: line by line, what fits it and what of that counts. */
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useFormats } from '../../look/formats';
import { CompactTable } from '../../parts/compact-table';
import { useWords } from '../../words/translate';
import { Named } from './named';

export type Earned = Schema<'EarnedAnswer'>;

/** @param currency of the rules, and unless it says otherwise of what was tried */
export function TrialResult({ currency, ...earned }: Earned & { currency: string }) {
  const words = useWords();
  const formats = useFormats();
  const { points, exact, rounding, capped, otherCurrency, lines } = earned;
  return (
    <>
      <Typography sx={{ fontSize: '1.5rem', fontWeight: 600 }}>
        {words('resources.trials.earns', { points: formats.quantity(points) })}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {words('resources.trials.rounded', {
          exact,
          rounding: words(`resources.earning.roundings.${rounding}`),
        })}
      </Typography>
      {capped && <Alert severity="info">{words('resources.trials.capped')}</Alert>}
      {otherCurrency && <Alert severity="warning">{words('resources.trials.otherCurrency')}</Alert>}
      <CompactTable
        rows={lines.map((line, at) => ({ ...line, at }))}
        keyOf={({ at }) => String(at)}
        columns={[
          {
            label: words('resources.trials.product'),
            cell: ({ productId }) => (productId ? <Named id={productId} in="products" /> : '–'),
          },
          {
            label: words('resources.trials.charged'),
            numeric: true,
            cell: ({ amount }) => formats.money(amount, otherCurrency ? null : currency),
          },
          {
            label: words('resources.trials.counts'),
            cell: ({ multiplier, percent }) =>
              `${multiplier ?? words('resources.trials.byItself')} · ${formats.share(percent / 100)}`,
          },
          { label: words('resources.trials.fitting'), cell: ({ fitting }) => fitting.join(', ') || '–' },
          { label: words('resources.trials.exact'), numeric: true, cell: (line) => line.exact },
        ]}
      />
    </>
  );
}
