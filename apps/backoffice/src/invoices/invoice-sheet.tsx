/** Invoices as their reader gets them, to be printed or kept as PDF: one by its number, or all of a document. */
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocaleState, useNotify } from 'ra-core';
import { useRef } from 'react';
import { Panel } from '../parts/facts';
import { HtmlPreview } from '../parts/html-preview';
import { Answer } from '../parts/states';
import { addressOf, send, type QueryValue } from '../server/api';
import { save } from '../server/csv';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';

interface InvoiceSheetProps {
  ofNumber?: string;
  ofDocument?: string;
  /** Whether printing it is what is most likely done next. */
  printsFirst?: boolean;
}

export function InvoiceSheet({ ofNumber, ofDocument, printsFirst = false }: InvoiceSheetProps) {
  const words = useWords();
  const [language] = useLocaleState();
  const frame = useRef<HTMLIFrameElement>(null);
  const path = ofNumber === undefined ? '/v1/orders/invoices' : `/v1/orders/invoices/${ofNumber}`;
  const query = { language, ...(ofDocument !== undefined && { document: ofDocument }) };
  const page = useQuery({
    queryKey: ['invoice-page', path, query],
    queryFn: async () => (await inForm('text/html', path, query)).text(),
  });
  return (
    <Panel
      title={words('resources.invoices.sheet')}
      action={
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button
            startIcon={<PrintOutlined />}
            disabled={!page.isSuccess}
            autoFocus={printsFirst}
            // A button that is not there yet cannot be focused, so it is a new one once it can be used.
            key={page.status}
            onClick={() => frame.current?.contentWindow?.print()}
          >
            {words('resources.invoices.print')}
          </Button>
          <SavePdf path={path} query={query} name={ofNumber ?? ofDocument ?? ''} />
        </Box>
      }
    >
      <Answer query={page} height={640}>
        {(html) => <HtmlPreview title={words('resources.invoices.sheet')} html={html} printed={frame} />}
      </Answer>
    </Panel>
  );
}

interface PdfProps {
  path: string;
  query: Record<string, QueryValue>;
  name: string;
}

function SavePdf({ path, query, name }: PdfProps) {
  const words = useWords();
  const notify = useNotify();
  const ask = useMutation({
    mutationFn: async () => (await inForm('application/pdf', path, query)).blob(),
    onSuccess: (pdf) => save(pdf, `${words('resources.invoices.file')}-${name}.pdf`),
    onError: (error) => notify(messageOf(error), { type: 'error' }),
  });
  return (
    <Button startIcon={<PictureAsPdfOutlined />} loading={ask.isPending} onClick={() => ask.mutate()}>
      {words('resources.invoices.pdf')}
    </Button>
  );
}

function inForm(accept: string, path: string, query: Record<string, QueryValue>): Promise<Response> {
  return send(new Request(addressOf(path, query), { headers: { accept } }));
}
