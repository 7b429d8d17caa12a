/** What is done with a report: kept as a file, and sent. */
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { AutocompleteArrayInput, ReferenceArrayInput } from 'ra-ui-materialui';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { api, told } from '../server/api';
import { save } from '../server/csv';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';
import { askFile, type ReportFile } from './asking';
import { attachmentKinds, type ReportLanguage } from './collection';

const recipientsOffered = 100;

export function ReportFiles({ week, language }: { week: string; language: ReportLanguage }) {
  const notify = useNotify();
  const download = useMutation({
    mutationFn: async (kind: ReportFile) =>
      save(await askFile({ week, language }, kind), `plaza-${week}.${kind}`),
    onError: (error) => notify(messageOf(error), { type: 'error' }),
  });
  return (
    <>
      {attachmentKinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          loading={download.isPending && download.variables === kind}
          onClick={() => download.mutate(kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
    </>
  );
}

export function SendReport({ week }: { week: string }) {
  const words = useWords();
  const sendNow = async ({ recipients = [] }: { recipients?: string[] }) => {
    const { delivered, already } = await told(
      api.POST('/v1/reports/weekly/send', {
        body: { week, ...(recipients.length > 0 && { recipients }) },
      }),
    );
    return words('resources.reports.sent', { delivered, already });
  };
  return (
    <Asked label={words('resources.reports.send')}>
      {(close) => (
        <FormDialog
          title={words('resources.reports.sendTitle', { week })}
          lead={words('resources.reports.sendLead')}
          action={words('resources.reports.send')}
          close={close}
          send={sendNow}
        >
          <ReferenceArrayInput source="recipients" reference="recipients" perPage={recipientsOffered}>
            <AutocompleteArrayInput
              label={words('resources.reports.recipients')}
              helperText={words('resources.reports.recipientsHint')}
              optionText="address"
            />
          </ReferenceArrayInput>
        </FormDialog>
      )}
    </Asked>
  );
}
