/** How often an event was tried at a webhook, and what came of each. */
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useRecordContext } from 'ra-core';
import { useFormats } from '../../look/formats';
import { useWords } from '../../words/translate';

export function Attempts() {
  const words = useWords();
  const formats = useFormats();
  const delivery = useRecordContext<Schema<'WebhookDeliveryAnswer'> & { id: string }>();
  if (!delivery) return null;
  if (delivery.lastAttempts.length === 0) {
    return <Typography color="textSecondary">{words('resources.deliveries.notTried')}</Typography>;
  }
  return (
    <Table size="small" aria-label={words('resources.deliveries.tries')}>
      <TableHead>
        <TableRow>
          <TableCell>{words('resources.deliveries.at')}</TableCell>
          <TableCell align="right">{words('resources.deliveries.tookMs')}</TableCell>
          <TableCell>{words('resources.deliveries.answer')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {delivery.lastAttempts.map(({ number, at, tookMs, status, error }) => (
          <TableRow key={number}>
            <TableCell>{formats.instant(at)}</TableCell>
            <TableCell align="right">{formats.quantity(tookMs)}</TableCell>
            <TableCell>{status ?? error}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
