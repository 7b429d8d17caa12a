/** The report of a week as its recipients get it, sent from here, and to whom it went. The week is in the address. */
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQuery } from '@tanstack/react-query';
import { ResourceContextProvider, useLocaleState } from 'ra-core';
import { Title } from 'ra-ui-materialui';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { Panel, Panels } from '../parts/facts';
import { HtmlPreview } from '../parts/html-preview';
import { Answer } from '../parts/states';
import { useWords } from '../words/translate';
import { askPage, askReport, type Report } from './asking';
import { reportLanguages, type ReportLanguage } from './collection';
import { DeliveryRows } from './delivery-rows';
import { ReportFiles, SendReport } from './report-actions';
import { WeekChoice } from './week-choice';

const previewHeight = 720;

export default function ReportPage() {
  const words = useWords();
  const [locale] = useLocaleState();
  const { '*': named } = useParams();
  const [language, setLanguage] = useState<ReportLanguage>(locale === 'es' ? 'es' : 'en');
  const week = named === '' ? undefined : named;
  const report = useQuery({
    queryKey: ['report', week, language],
    queryFn: () => askReport({ week, language }),
  });
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={words('resources.reports.title')} />
      <WeekChoice week={report.data?.week ?? named ?? ''} report={report.data} />
      <Answer query={report} height={previewHeight}>
        {(taken) => (
          <Panels>
            <Preview report={taken} language={language} choose={setLanguage} />
            <Panel title={words('resources.reports.sentOf', { week: taken.week })}>
              <ResourceContextProvider value="report-deliveries">
                <DeliveryRows key={taken.week} filters={[]} week={taken.week} />
              </ResourceContextProvider>
            </Panel>
          </Panels>
        )}
      </Answer>
    </Box>
  );
}

interface PreviewProps {
  report: Report;
  language: ReportLanguage;
  choose: (language: ReportLanguage) => void;
}

function Preview({ report: { week, takenAt }, language, choose }: PreviewProps) {
  const words = useWords();
  const page = useQuery({
    queryKey: ['report-page', week, language, takenAt],
    queryFn: () => askPage({ week, language }),
  });
  const actions = (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={language}
        aria-label={words('resources.recipients.fields.language')}
        onChange={(_event, chosen: ReportLanguage | null) => chosen && choose(chosen)}
      >
        {reportLanguages.map((each) => (
          <ToggleButton key={each} value={each}>
            {words(`resources.recipients.languages.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ReportFiles week={week} language={language} />
      <SendReport week={week} />
    </Box>
  );
  return (
    <Panel title={words('resources.reports.preview')} action={actions}>
      <Answer query={page} height={previewHeight}>
        {(html) => (
          <HtmlPreview title={words('resources.reports.preview')} html={html} height={previewHeight} />
        )}
      </Answer>
    </Panel>
  );
}
