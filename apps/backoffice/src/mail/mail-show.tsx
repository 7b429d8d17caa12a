/** A captured mail as its recipient would have got it, with what hangs on it. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNotify, useRecordContext } from 'ra-core';
import { Show, TextField } from 'ra-ui-materialui';
import { InstantField, StatusField } from '../look/fields';
import { useFormats } from '../look/formats';
import { Facts, Panel, Panels } from '../parts/facts';
import { HtmlPreview } from '../parts/html-preview';
import { Answer } from '../parts/states';
import { send } from '../server/api';
import { save } from '../server/csv';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';

type Mail = Schema<'CapturedMailAnswer'>;
type Attachment = Mail['attachments'][number];

export default function MailShow() {
  return (
    <Show component="div" actions={false}>
      <Details />
    </Show>
  );
}

function Details() {
  const words = useWords();
  const mail = useRecordContext<Mail>();
  // A row of the list is shown until the whole is there, and has no content.
  if (!mail || !('attachments' in mail)) return null;
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="recipient" />
          <TextField source="subject" />
          <StatusField source="status" words="resources.mail.statuses" />
          <InstantField source="createdAt" />
        </Facts>
      </Panel>
      {mail.attachments.length > 0 && (
        <Panel title={words('resources.mail.attachments')}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {mail.attachments.map((attachment) => (
              <Download key={attachment.number} mailId={mail.id} attachment={attachment} />
            ))}
          </Box>
        </Panel>
      )}
      <Panel title={words('resources.mail.letter')}>
        <Letter mail={mail} />
      </Panel>
    </Panels>
  );
}

function Letter({ mail }: { mail: Mail }) {
  const words = useWords();
  const letter = useQuery({ queryKey: ['letter', mail.id], queryFn: () => withPictures(mail) });
  if (mail.html === null) {
    return (
      <Typography component="pre" sx={{ m: 0, whiteSpace: 'pre-wrap', fontFamily: 'monospace' }}>
        {mail.text}
      </Typography>
    );
  }
  return (
    <Answer query={letter} height={640}>
      {(html) => <HtmlPreview title={words('resources.mail.letter')} html={html} />}
    </Answer>
  );
}

/** Pictures hang on the mail and are shown in it by their `cid:`, which a browser does not know. */
async function withPictures({ id, html, attachments }: Mail): Promise<string> {
  let letter = html ?? '';
  for (const attachment of attachments) {
    const { contentId, contentType } = attachment;
    if (contentId === null || !contentType.startsWith('image/')) continue;
    const content = await contentOf(id, attachment);
    letter = letter.replaceAll(
      `cid:${contentId}`,
      await dataAddressOf(new Blob([content], { type: contentType })),
    );
  }
  return letter;
}

async function contentOf(mailId: string, { number }: Attachment): Promise<Blob> {
  const answer = await send(new Request(`/v1/mail/${mailId}/attachments/${String(number)}`));
  return answer.blob();
}

function dataAddressOf(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('The picture cannot be read'));
    reader.readAsDataURL(content);
  });
}

function Download({ mailId, attachment }: { mailId: string; attachment: Attachment }) {
  const notify = useNotify();
  const formats = useFormats();
  const download = useMutation({
    mutationFn: async () => save(await contentOf(mailId, attachment), attachment.filename),
    onError: (error) => notify(messageOf(error), { type: 'error' }),
  });
  return (
    <Button size="small" variant="outlined" loading={download.isPending} onClick={() => download.mutate()}>
      {attachment.filename} ({formats.quantity(Math.ceil(attachment.bytes / 1_000))} kB)
    </Button>
  );
}
