/** Which week it is, from when to when, whether it is over and what was sent of it; and the weeks beside it. */
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useNavigate } from 'react-router-dom';
import { useFormats } from '../look/formats';
import { useWords } from '../words/translate';
import { weekBeside } from './weeks';

export function WeekChoice({ report }: { report: Schema<'ReportAnswer'> }) {
  const words = useWords();
  const formats = useFormats();
  const navigate = useNavigate();
  const go = (week: string) => void navigate(`/reports/${week}`);
  const { week, from, to, isOver, isRestated, sent } = report;
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <IconButton aria-label={words('resources.reports.before')} onClick={() => go(weekBeside(week, -1))}>
          <ChevronLeft />
        </IconButton>
        <TextField
          key={week}
          label={words('resources.reports.week')}
          defaultValue={week}
          onKeyDown={({ key, currentTarget }) => {
            const typed = currentTarget.querySelector('input')?.value.trim();
            if (key === 'Enter' && typed) go(typed);
          }}
          slotProps={{ htmlInput: { spellCheck: false } }}
          sx={{ width: 150 }}
        />
        <IconButton
          aria-label={words('resources.reports.after')}
          disabled={!isOver}
          onClick={() => go(weekBeside(week, 1))}
        >
          <ChevronRight />
        </IconButton>
        <Typography color="textSecondary">
          {words('resources.reports.span', { from: formats.instant(from), to: formats.instant(to) })}
        </Typography>
      </Box>
      {!isOver && <Alert severity="info">{words('resources.reports.goesOn')}</Alert>}
      {isRestated && sent && (
        <Alert severity="warning">
          {words('resources.reports.restated', {
            edition: String(sent.edition),
            at: formats.instant(sent.takenAt),
          })}
        </Alert>
      )}
    </Box>
  );
}
