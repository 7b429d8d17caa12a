/** All that the holder of a document bought and paid; whose, is kept in the address. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import { useFormats } from '../look/formats';
import { Panel } from '../parts/facts';
import { Fault } from '../parts/states';
import { addressOf, send } from '../server/api';
import { useWords } from '../words/translate';
import { InvoiceSheet } from './invoice-sheet';

type Invoice = Schema<'InvoiceAnswer'>;

const invoicesAtOnce = 20;

export function InvoiceSearch() {
  const [search, setSearch] = useSearchParams();
  const document = search.get('document') ?? '';
  return (
    <>
      <DocumentForm key={document} document={document} ask={(typed) => setSearch({ document: typed })} />
      {document !== '' && <Found document={document} />}
    </>
  );
}

function DocumentForm({ document, ask }: { document: string; ask: (document: string) => void }) {
  const words = useWords();
  const [typed, setTyped] = useState(document);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.trim() !== '') ask(typed.trim());
  };
  return (
    <Panel>
      <Box
        component="form"
        onSubmit={submit}
        sx={{ display: 'flex', gap: 1.5, alignItems: 'center', maxWidth: 460 }}
      >
        <TextField
          label={words('resources.invoices.document')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          autoFocus
          margin="none"
          slotProps={{ htmlInput: { maxLength: 40 } }}
        />
        <Button type="submit" variant="contained">
          {words('resources.invoices.show')}
        </Button>
      </Box>
    </Panel>
  );
}

function Found({ document }: { document: string }) {
  const words = useWords();
  const list = useInfiniteQuery({
    queryKey: ['invoices', document],
    initialPageParam: '',
    queryFn: ({ pageParam }) => invoicesOf(document, pageParam),
    getNextPageParam: ({ next }) => next,
    retry: false,
  });
  if (list.isError) return <Fault error={list.error} again={() => void list.refetch()} />;
  const [first] = list.data?.pages ?? [];
  if (!first) return null;
  const invoices = list.data?.pages.flatMap((page) => page.invoices) ?? [];
  return (
    <>
      <Panel title={first.customer.fullName ?? first.customer.document ?? document}>
        {invoices.length === 0 ? (
          <Typography color="textSecondary">{words('resources.invoices.none')}</Typography>
        ) : (
          <InvoiceTable invoices={invoices} totals={first.totals} />
        )}
        {list.hasNextPage && (
          <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
            {words('resources.invoices.more')}
          </Button>
        )}
      </Panel>
      {invoices.length > 0 && <InvoiceSheet ofDocument={document} />}
    </>
  );
}

/** Asked by hand: the description knows this answer as a page and as PDF, too. */
async function invoicesOf(document: string, after: string): Promise<Schema<'InvoiceListAnswer'>> {
  const query = { document, limit: invoicesAtOnce, after };
  const response = await send(new Request(addressOf('/v1/orders/invoices', query)));
  return (await response.json()) as Schema<'InvoiceListAnswer'>;
}

interface InvoiceTableProps {
  invoices: Invoice[];
  totals: Schema<'CurrencyTotalAnswer'>[];
}

function InvoiceTable({ invoices, totals }: InvoiceTableProps) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{words('resources.invoices.order')}</TableCell>
          <TableCell>{words('resources.invoices.issuedAt')}</TableCell>
          <TableCell sx={wideOnly}>{words('resources.orders.fields.branchId')}</TableCell>
          <TableCell align="right">{words('resources.orders.fields.total')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {invoices.map((invoice) => (
          <InvoiceRow key={invoice.number} invoice={invoice} />
        ))}
        {totals.map(({ currency, total }) => (
          <TableRow key={currency} sx={{ '& td': { fontWeight: 600 } }}>
            <TableCell colSpan={2}>{words('resources.invoices.total', { currency })}</TableCell>
            <TableCell sx={wideOnly} />
            <TableCell align="right">{formats.money(total, currency)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const wideOnly = { display: { xs: 'none', sm: 'table-cell' } };

function InvoiceRow({ invoice }: { invoice: Invoice }) {
  const words = useWords();
  const formats = useFormats();
  const { number, orderNumber, issuedAt, branch, total, currency, refunded } = invoice;
  return (
    <TableRow hover>
      <TableCell>
        <Link component={RouterLink} to={`/invoices/${number}`}>
          {orderNumber}
        </Link>
        {refunded && (
          <Chip size="small" variant="outlined" label={words('resources.invoices.refunded')} sx={{ ml: 1 }} />
        )}
      </TableCell>
      <TableCell>{formats.instant(issuedAt)}</TableCell>
      <TableCell sx={wideOnly}>{branch?.name ?? '–'}</TableCell>
      <TableCell align="right">{formats.money(total, currency)}</TableCell>
    </TableRow>
  );
}
