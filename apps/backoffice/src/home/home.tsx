/** The first screen of the day: how the shop stands, told anew whenever something in it changes. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Title } from 'ra-ui-materialui';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useEventStream } from '../server/event-stream';
import { useWords } from '../words/translate';
import { AttentionPanel, RunningOutPanel, SalesPanel, WaitingPanel } from './shop-panels';
import { PaymentsPanel, PointsPanel } from './stream-panels';
import type { TodayProps } from './today-view';

const todayKey = ['today'];

export default function Home() {
  const words = useWords();
  const queries = useQueryClient();
  const today = useQuery({ queryKey: todayKey, queryFn: () => told(api.GET('/v1/reports/today')) });
  const connected = useEventStream('/v1/reports/today/events', ({ data }) =>
    queries.setQueryData(todayKey, data),
  );
  return (
    <Box sx={{ pt: 2, pb: 4 }}>
      <Title title={words('plaza.menu.home')} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>
        <Chip
          size="small"
          variant="outlined"
          color={connected ? 'success' : 'default'}
          label={words(connected ? 'plaza.live' : 'plaza.notLive')}
        />
      </Box>
      <Answer query={today} height={420}>
        {(view) => <Panels view={view} />}
      </Answer>
    </Box>
  );
}

const grid = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 300px), 1fr))',
  alignItems: 'stretch',
};

function Panels({ view }: TodayProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={grid}>
        <SalesPanel view={view} />
        <WaitingPanel view={view} />
        <AttentionPanel view={view} />
      </Box>
      <Box sx={{ ...grid, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <PaymentsPanel view={view} />
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          <PointsPanel view={view} />
          <RunningOutPanel view={view} />
        </Box>
      </Box>
    </Box>
  );
}
