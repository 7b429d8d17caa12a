/** What was ordered, with names and prices as they were. */
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Schema } from '@plaza/client';
import { useFormats } from '../look/formats';
import { useWords } from '../words/translate';

export function OrderLines({ order: { items, currency, total } }: { order: Schema<'OrderAnswer'> }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{words('resources.orders.product')}</TableCell>
          <TableCell align="right">{words('resources.orders.quantity')}</TableCell>
          <TableCell align="right">{words('resources.orders.unitPrice')}</TableCell>
          <TableCell align="right">{words('resources.orders.lineTotal')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map(({ productId, name, quantity, unitPrice, lineTotal }) => (
          <TableRow key={productId}>
            <TableCell>{name}</TableCell>
            <TableCell align="right">{formats.quantity(quantity)}</TableCell>
            <TableCell align="right">{formats.money(unitPrice, currency)}</TableCell>
            <TableCell align="right">{formats.money(lineTotal, currency)}</TableCell>
          </TableRow>
        ))}
        <TableRow>
          <TableCell colSpan={3} sx={{ fontWeight: 600 }}>
            {words('resources.orders.fields.total')}
          </TableCell>
          <TableCell align="right" sx={{ fontWeight: 600 }}>
            {formats.money(total, currency)}
          </TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}
