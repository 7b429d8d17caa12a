/** Columns and details of a row: money, instants, quantities, statuses, and links to what they refer to. */
import Box from '@mui/material/Box';
import Chip, { type ChipProps } from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useFieldValue, useRecordContext, useTranslate } from 'ra-core';
import { useFormats } from './formats';

/** What react-admin reads off a field for its column or label. */
export interface FieldProps {
  source: string;
  label?: string | false;
  textAlign?: 'left' | 'right';
}

export function MoneyField({
  source,
  currencySource = 'currency',
}: FieldProps & { currencySource?: string }) {
  const formats = useFormats();
  const record = useRecordContext();
  const minor: unknown = useFieldValue({ source });
  const currency: unknown = record?.[currencySource];
  return (
    <Figure>
      {formats.money(
        typeof minor === 'number' ? minor : null,
        typeof currency === 'string' ? currency : null,
      )}
    </Figure>
  );
}

export function QuantityField({ source }: FieldProps) {
  const value: unknown = useFieldValue({ source });
  return <Figure>{useFormats().quantity(typeof value === 'number' ? value : null)}</Figure>;
}

export function ChangeField({ source }: FieldProps) {
  const formats = useFormats();
  const value: unknown = useFieldValue({ source });
  return <Figure>{typeof value === 'number' ? formats.change(value) : ''}</Figure>;
}

export function InstantField({ source }: FieldProps) {
  const value: unknown = useFieldValue({ source });
  const at = typeof value === 'string' ? value : null;
  return (
    <Typography component="time" variant="body2" noWrap {...(at !== null && { dateTime: at })}>
      {useFormats().instant(at)}
    </Typography>
  );
}

/** A list of words, which are the same in every language. */
export function ListField({ source }: FieldProps) {
  const words: unknown = useFieldValue({ source });
  if (!Array.isArray(words)) return null;
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {words.map((word) => (
        <Chip key={String(word)} size="small" variant="outlined" label={String(word)} />
      ))}
    </Box>
  );
}

/** Enough of a hash to tell it from others; all of it for who points at it. */
export function HashField({ source }: FieldProps) {
  const value: unknown = useFieldValue({ source });
  const hash = typeof value === 'string' ? value : '';
  return (
    <Typography component="code" variant="body2" title={hash} sx={{ fontFamily: 'monospace' }}>
      {hash.slice(0, hashCharactersShown)}
    </Typography>
  );
}

const hashCharactersShown = 12;

/** What is good, what waits for somebody, what went wrong: the same colours everywhere. */
const tones: Record<string, ChipProps['color']> = {
  paid: 'success',
  fulfilled: 'success',
  captured: 'success',
  stored: 'success',
  delivered: 'success',
  sent: 'success',
  active: 'success',
  corrected: 'success',
  'awaiting-payment': 'warning',
  accepted: 'warning',
  open: 'warning',
  pending: 'warning',
  waiting: 'warning',
  parked: 'warning',
  review: 'warning',
  rejected: 'error',
  declined: 'error',
  conflicting: 'error',
  failed: 'error',
  refused: 'error',
  'given-up': 'error',
  gone: 'error',
  disabled: 'error',
};

/** @param words where its words stand, such as `resources.orders.statuses` */
export function StatusField({ source, words }: FieldProps & { words: string }) {
  const value: unknown = useFieldValue({ source });
  return typeof value === 'string' ? <Status value={value} words={words} /> : null;
}

/** The same without a colour, where none of them is better than another. */
export function WordField({ source, words }: FieldProps & { words: string }) {
  const translate = useTranslate();
  const value: unknown = useFieldValue({ source });
  return typeof value === 'string' ? translate(`${words}.${value}`, { _: value }) : null;
}

export function Status({ value, words }: { value: string; words: string }) {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      variant="outlined"
      color={tones[value] ?? 'default'}
      // As wide as its word, also where labels stretch what is below them.
      sx={{ alignSelf: 'flex-start' }}
      label={translate(`${words}.${value}`, { _: value })}
    />
  );
}

function Figure({ children }: { children: string }) {
  return (
    <Typography component="span" variant="body2" noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
      {children}
    </Typography>
  );
}
