/** Sales that were sent and not answered: nothing of them is lost, and nothing is sold twice by sending them again. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useFormats } from '../look/formats';
import { useWords } from '../words/translate';
import { forget, isUntouched, takeUp, useKeptSales } from './kept-sales';
import { usePieces } from './pieces';
import { totalOf, type Sale } from './sale';

export function Unanswered({ sendAgain }: { sendAgain: () => void }) {
  const words = useWords();
  const { unanswered } = useKeptSales();
  const open = unanswered.filter(({ refusal }) => refusal === null);
  const refused = unanswered.filter(({ refusal }) => refusal !== null);
  return (
    <>
      {open.length > 0 && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={sendAgain}>
              {words('resources.counter.sendAgain')}
            </Button>
          }
        >
          {words('resources.counter.unanswered')}
          {open.map((sale) => (
            <Summary key={sale.id} sale={sale} />
          ))}
        </Alert>
      )}
      {refused.map((sale) => (
        <Refused key={sale.id} sale={sale} />
      ))}
    </>
  );
}

function Refused({ sale }: { sale: Sale }) {
  const words = useWords();
  const { draft } = useKeptSales();
  return (
    <Alert
      severity="error"
      action={
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button color="inherit" size="small" disabled={!isUntouched(draft)} onClick={() => takeUp(sale.id)}>
            {words('resources.counter.takeUp')}
          </Button>
          <Button color="inherit" size="small" onClick={() => forget(sale.id)}>
            {words('resources.counter.discard')}
          </Button>
        </Box>
      }
    >
      {words('resources.counter.refused', { why: sale.refusal })}
      <Summary sale={sale} />
    </Alert>
  );
}

function Summary({ sale }: { sale: Sale }) {
  const formats = useFormats();
  const pieces = usePieces(sale);
  const { total, currency } = totalOf(sale);
  return (
    <Typography variant="body2">
      {[sale.customer?.fullName ?? sale.customer?.document, pieces, formats.money(total, currency)]
        .filter((part) => part !== undefined)
        .join(' · ')}
    </Typography>
  );
}
