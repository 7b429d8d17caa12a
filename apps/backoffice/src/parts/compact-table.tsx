/** A table within a panel: what belongs to one row and has no list of its own. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useWords } from '../words/translate';

export interface Column<Row> {
  label: string;
  numeric?: boolean;
  cell: (row: Row) => ReactNode;
}

interface CompactTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** What is said where there are none. */
  none?: string;
}

export function CompactTable<Row>({ columns, rows, keyOf, none }: CompactTableProps<Row>) {
  const words = useWords();
  if (rows.length === 0) {
    return <Typography color="textSecondary">{none ?? words('plaza.nothingHere')}</Typography>;
  }
  return (
    // Who cannot point at it scrolls it by the keyboard.
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group">
      <Table size="small" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        <TableHead>
          <TableRow>
            {columns.map(({ label, numeric = false }) => (
              <TableCell key={label} align={numeric ? 'right' : 'left'}>
                {label}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)}>
              {columns.map(({ label, numeric = false, cell }) => (
                <TableCell key={label} align={numeric ? 'right' : 'left'} sx={{ verticalAlign: 'top' }}>
                  {cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
