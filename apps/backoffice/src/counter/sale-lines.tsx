/** What is sold so far. */
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import IconButton from '@mui/material/IconButton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useFormats } from '../look/formats';
import { useWords } from '../words/translate';
import { changeDraft } from './kept-sales';
import { quantityMax, withQuantity, without, type SaleLine } from './sale';

export function SaleLines({ lines }: { lines: readonly SaleLine[] }) {
  const words = useWords();
  if (lines.length === 0) {
    return (
      <Typography color="textSecondary" sx={{ py: 4, textAlign: 'center' }}>
        {words('resources.counter.nothingYet')}
      </Typography>
    );
  }
  return (
    <Table size="small" sx={{ '& td, & th': { px: 1 } }}>
      <TableHead>
        <TableRow>
          <TableCell>{words('resources.orders.product')}</TableCell>
          <TableCell sx={{ width: 96 }}>{words('resources.orders.quantity')}</TableCell>
          <TableCell align="right" sx={wideOnly}>
            {words('resources.orders.unitPrice')}
          </TableCell>
          <TableCell align="right">{words('resources.orders.lineTotal')}</TableCell>
          <TableCell sx={{ width: 40 }} />
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <Line key={line.productId} line={line} />
        ))}
      </TableBody>
    </Table>
  );
}

const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };

function Line({ line }: { line: SaleLine }) {
  const words = useWords();
  const formats = useFormats();
  const { productId, name, sku, unitPrice, currency, quantity, available } = line;
  const isShort = available !== null && quantity > available;
  return (
    <TableRow>
      <TableCell>
        <Typography variant="body2">{name}</Typography>
        <Typography
          variant="caption"
          color={isShort ? 'error' : 'textSecondary'}
          sx={{ overflowWrap: 'anywhere' }}
        >
          {available === null
            ? sku
            : `${sku} · ${words('resources.counter.inStock', { count: formats.quantity(available) })}`}
        </Typography>
      </TableCell>
      <TableCell>
        <Quantity line={line} isShort={isShort} />
      </TableCell>
      <TableCell align="right" sx={wideOnly}>
        {formats.money(unitPrice, currency)}
      </TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {formats.money(unitPrice * quantity, currency)}
      </TableCell>
      <TableCell>
        <IconButton
          size="small"
          aria-label={words('resources.counter.remove', { name })}
          onClick={() => changeDraft((sale) => without(sale, productId))}
        >
          <CloseOutlined fontSize="small" />
        </IconButton>
      </TableCell>
    </TableRow>
  );
}

/** While it is typed it may be no number for a moment. */
function Quantity({ line: { productId, name, quantity }, isShort }: { line: SaleLine; isShort: boolean }) {
  const words = useWords();
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      type="number"
      margin="none"
      value={typed ?? String(quantity)}
      error={isShort}
      onChange={({ target }) => {
        setTyped(target.value);
        if (Number(target.value) >= 1) {
          changeDraft((sale) => withQuantity(sale, productId, Number(target.value)));
        }
      }}
      onBlur={() => setTyped(undefined)}
      slotProps={{
        htmlInput: {
          min: 1,
          max: quantityMax,
          'aria-label': words('resources.counter.quantityOf', { name }),
        },
      }}
    />
  );
}
