/** A sale that is done: its invoice, ready to be printed, and the way to the next one. */
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { Link } from 'react-router-dom';
import { InvoiceSheet } from '../invoices/invoice-sheet';
import { useFormats } from '../look/formats';
import { Panel, Panels } from '../parts/facts';
import { useWords } from '../words/translate';

export function Sold({ order, next }: { order: Schema<'OrderAnswer'>; next: () => void }) {
  const words = useWords();
  const formats = useFormats();
  const { id, number, total, currency, invoiceNumber } = order;
  return (
    <Panels>
      <Panel>
        <Box
          role="status"
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}
        >
          <CheckCircleOutlined color="success" fontSize="large" aria-hidden />
          <Box sx={{ flex: 1, minWidth: 180 }}>
            <Typography variant="h6" component="h2">
              {words('resources.counter.sold', { number })}
            </Typography>
            <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {formats.money(total, currency)}
            </Typography>
          </Box>
          <Button component={Link} to={`/orders/${id}/show`}>
            {words('resources.counter.toOrder')}
          </Button>
          <Button variant="contained" onClick={next}>
            {words('resources.counter.next')}
          </Button>
        </Box>
      </Panel>
      {invoiceNumber !== null && <InvoiceSheet ofNumber={invoiceNumber} printsFirst />}
    </Panels>
  );
}
