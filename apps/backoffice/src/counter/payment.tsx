/** What is to be paid, what was given for it, and what goes back. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type Ref, type SubmitEvent } from 'react';
import { minorDigits, useFormats } from '../look/formats';
import { minorOf } from '../parts/inputs';
import { Fault } from '../parts/states';
import { useWords, type WordKey } from '../words/translate';
import { usePieces } from './pieces';
import { totalOf, type Sale } from './sale';

interface PaymentProps {
  sale: Sale;
  paying: boolean;
  field: Ref<HTMLInputElement>;
  pay: () => void;
}

export function Payment({ sale, paying, field, pay }: PaymentProps) {
  const words = useWords();
  const formats = useFormats();
  const { total, currency } = totalOf(sale);
  const pieces = usePieces(sale);
  const given = useGiven(sale);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sale.lines.length > 0 && !given.isTooLittle && !paying) pay();
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: 2 }}>
        <Typography color="textSecondary">{pieces}</Typography>
        <Typography
          variant="h4"
          component="output"
          aria-label={words('resources.orders.fields.total')}
          aria-live="polite"
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {formats.money(total, currency)}
        </Typography>
      </Box>
      <TextField
        inputRef={field}
        label={words('resources.counter.given')}
        value={given.typed}
        onChange={({ target }) => given.type(target.value)}
        error={given.isTooLittle}
        helperText={given.text}
        autoComplete="off"
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      />
      {sale.refusal !== null && <Fault error={sale.refusal} />}
      <Button
        type="submit"
        variant="contained"
        size="large"
        disabled={sale.lines.length === 0}
        loading={paying}
      >
        {words('resources.counter.pay')}
      </Button>
    </Box>
  );
}

/** The change is for the eyes of whoever stands there: Plaza is told what was sold. */
function useGiven(sale: Sale) {
  const words = useWords();
  const formats = useFormats();
  const [entered, setEntered] = useState({ saleId: sale.id, typed: '' });
  const typed = entered.saleId === sale.id ? entered.typed : '';
  const { total, currency } = totalOf(sale);
  const change = changeOf(typed, total, currency);
  const said: Record<Change['kind'], WordKey> = {
    nothing: 'resources.counter.givenHint',
    unclear: 'resources.counter.noAmount',
    missing: 'resources.counter.missing',
    change: 'resources.counter.change',
  };
  return {
    typed,
    type: (text: string) => setEntered({ saleId: sale.id, typed: text }),
    isTooLittle: change.kind === 'unclear' || change.kind === 'missing',
    text: words(said[change.kind], { amount: formats.money(change.minor, currency) }),
  };
}

interface Change {
  kind: 'nothing' | 'unclear' | 'missing' | 'change';
  minor: number;
}

function changeOf(typed: string, total: number, currency: string | null): Change {
  if (typed.trim() === '') return { kind: 'nothing', minor: 0 };
  const given = minorOf(typed, minorDigits(currency ?? ''));
  if (given === null) return { kind: 'unclear', minor: 0 };
  return given < total ? { kind: 'missing', minor: total - given } : { kind: 'change', minor: given - total };
}
