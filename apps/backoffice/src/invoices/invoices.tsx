/** A customer's invoices by their document, and below this address each by its number. */
import Box from '@mui/material/Box';
import { Title } from 'ra-ui-materialui';
import { Route, Routes, useParams } from 'react-router-dom';
import { Panels } from '../parts/facts';
import { useWords } from '../words/translate';
import { InvoiceSearch } from './invoice-search';
import { InvoiceSheet } from './invoice-sheet';

export default function Invoices() {
  const words = useWords();
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={words('resources.invoices.title')} />
      <Panels>
        <Routes>
          <Route index element={<InvoiceSearch />} />
          <Route path=":number" element={<One />} />
        </Routes>
      </Panels>
    </Box>
  );
}

function One() {
  const { number = '' } = useParams();
  return <InvoiceSheet ofNumber={number} />;
}
