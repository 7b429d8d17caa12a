/** Which week it is, from when to when, whether it is over and what was sent of it; and the weeks beside it. */
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useFormats } from '../look/formats';
import { weekName } from '../parts/rules';
import { useWords, type WordKey } from '../words/translate';
import type { Report } from './asking';
import { weekBeside } from './weeks';

interface WeekChoiceProps {
  week: string;
  /** Not there until it was asked for, and where there is none of this week. */
  report: Report | undefined;
}

export function WeekChoice({ week, report }: WeekChoiceProps) {
  const words = useWords();
  const navigate = useNavigate();
  const go = (chosen: string) => void navigate(`/reports/${chosen}`);
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <IconButton
          aria-label={words('resources.reports.before')}
          disabled={!report}
          onClick={() => go(weekBeside(week, -1))}
        >
          <ChevronLeft />
        </IconButton>
        <WeekField key={week} week={week} go={go} />
        <IconButton
          aria-label={words('resources.reports.after')}
          disabled={report?.isOver !== true}
          onClick={() => go(weekBeside(week, 1))}
        >
          <ChevronRight />
        </IconButton>
        {report && <Span {...report} />}
      </Box>
      {report && <Standing {...report} />}
    </Box>
  );
}

function WeekField({ week, go }: { week: string; go: (week: string) => void }) {
  const words = useWords();
  const [fault, setFault] = useState<WordKey>();
  const choose = (typed: string) => {
    const broken = weekName(typed);
    setFault(broken);
    if (broken === undefined && typed !== '') go(typed);
  };
  return (
    <TextField
      label={words('resources.reports.week')}
      defaultValue={week}
      error={fault !== undefined}
      helperText={fault && words(fault)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') choose(currentTarget.querySelector('input')?.value.trim() ?? '');
      }}
      slotProps={{ htmlInput: { spellCheck: false } }}
      sx={{ width: 150 }}
    />
  );
}

function Span({ from, to }: Report) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Typography color="textSecondary">
      {words('resources.reports.span', { from: formats.instant(from), to: formats.instant(to) })}
    </Typography>
  );
}

function Standing({ isOver, isRestated, sent }: Report) {
  const words = useWords();
  const formats = useFormats();
  return (
    <>
      {!isOver && <Alert severity="info">{words('resources.reports.goesOn')}</Alert>}
      {isRestated && sent && (
        <Alert severity="warning">
          {words('resources.reports.restated', {
            edition: String(sent.edition),
            at: formats.instant(sent.takenAt),
          })}
        </Alert>
      )}
    </>
  );
}
