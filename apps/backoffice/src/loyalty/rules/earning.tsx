/** The earning rules of a programme as they are: declared, changed and ended from here. */
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { RecordContextProvider } from 'ra-core';
import { TextField } from 'ra-ui-materialui';
import { QuantityField, WordField } from '../../look/fields';
import { useFormats, type Formats } from '../../look/formats';
import { CompactTable } from '../../parts/compact-table';
import { Facts, Panel } from '../../parts/facts';
import { useWords } from '../../words/translate';
import { Declaring } from './declaring';
import { EarningForm } from './earning-form';
import { Named } from './named';
import type { EarningRules } from './settings';

interface EarningProps {
  partnerId: string;
  /** Null where orders earn nothing. */
  rules: EarningRules | null;
}

export function EarningPanel({ partnerId, rules }: EarningProps) {
  const words = useWords();
  return (
    <Panel
      title={words('resources.earning.title')}
      action={
        <Declaring partnerId={partnerId} what="earning" isDeclared={rules !== null}>
          {(close) => <EarningForm partnerId={partnerId} rules={rules} close={close} />}
        </Declaring>
      }
    >
      {rules ? (
        <Declared rules={rules} />
      ) : (
        <Typography color="textSecondary">{words('resources.earning.none')}</Typography>
      )}
    </Panel>
  );
}

function Declared({ rules }: { rules: EarningRules }) {
  const words = useWords();
  const formats = useFormats();
  const { amount, currency, points, multipliers = [] } = rules;
  const label = (name: keyof typeof labels) => words(labels[name]);
  return (
    <RecordContextProvider value={{ id: 'rules', ...rules }}>
      <Typography sx={{ fontSize: '1.2rem', fontWeight: 600, mb: 1.5 }}>
        {words('resources.earning.sentence', {
          amount: formats.money(amount, currency),
          points: formats.quantity(points),
        })}
      </Typography>
      <Facts>
        <WordField source="rounding" label={label('rounding')} words="resources.earning.roundings" />
        <TextField source="zone" label={label('zone')} />
        <QuantityField source="orderPointsMax" label={label('orderPointsMax')} />
        <QuantityField source="pendingDays" label={label('pendingDays')} />
        <QuantityField source="expiresAfterDays" label={label('expiresAfterDays')} />
      </Facts>
      <Typography component="h3" variant="subtitle2" sx={{ mt: 2 }}>
        {words('resources.earning.multipliers')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {words('resources.earning.multipliersLead')}
      </Typography>
      <Multipliers multipliers={multipliers} />
    </RecordContextProvider>
  );
}

const labels = {
  rounding: 'resources.earning.rounding',
  zone: 'resources.earning.zone',
  orderPointsMax: 'resources.earning.orderPointsMax',
  pendingDays: 'resources.earning.pendingDays',
  expiresAfterDays: 'resources.earning.expiresAfterDays',
} as const;

type Multiplier = Schema<'MultiplierDto'>;

function Multipliers({ multipliers }: { multipliers: readonly Multiplier[] }) {
  const words = useWords();
  const formats = useFormats();
  const any = words('resources.earning.any');
  return (
    <CompactTable
      rows={multipliers}
      keyOf={({ name }) => name}
      none={words('resources.earning.noMultipliers')}
      columns={[
        { label: words('resources.earning.name'), cell: ({ name }) => name },
        {
          label: words('resources.earning.percent'),
          numeric: true,
          cell: ({ percent }) => formats.quantity(percent),
        },
        {
          label: words('resources.earning.categoryId'),
          cell: ({ categoryId }) => (categoryId ? <Named id={categoryId} in="categories" /> : any),
        },
        {
          label: words('resources.earning.branchId'),
          cell: ({ branchId }) => (branchId ? <Named id={branchId} in="branches" /> : any),
        },
        { label: words('resources.earning.from'), cell: ({ from }) => formats.date(from) },
        { label: words('resources.earning.until'), cell: ({ until }) => formats.date(until) },
        {
          label: words('resources.earning.weekdays'),
          cell: ({ weekdays }) => weekdaysIn(weekdays, formats) ?? any,
        },
      ]}
    />
  );
}

const weekdaysIn = (weekdays: Multiplier['weekdays'], formats: Formats) =>
  weekdays?.map((day) => formats.weekday(day)).join(', ');
