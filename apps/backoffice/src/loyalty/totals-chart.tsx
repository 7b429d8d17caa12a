/** What members have together, over a time that the reader chooses; of one programme, or of all. */
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../parts/facts';
import { LineChart, type ChartPoint } from '../parts/line-chart';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';

const dayMs = 86_400_000;
/** Written once a minute. */
const news = { refetchInterval: 60_000 };

const ranges = {
  day: { days: 1, interval: '1m' },
  week: { days: 7, interval: '1h' },
  quarter: { days: 90, interval: '1d' },
} as const;
type Range = keyof typeof ranges;

export function TotalsChart({ partnerId }: { partnerId?: string }) {
  const words = useWords();
  const [range, setRange] = useState<Range>('day');
  const totals = useQuery({
    queryKey: ['totals', partnerId, range],
    queryFn: () => askTotals(partnerId, range),
    ...news,
  });
  const choice = (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={range}
      aria-label={words('resources.programmes.range')}
      onChange={(_event, chosen: Range | null) => chosen && setRange(chosen)}
    >
      {(['day', 'week', 'quarter'] as const).map((each) => (
        <ToggleButton key={each} value={each}>
          {words(`resources.programmes.ranges.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return (
    <Panel title={words('resources.programmes.overTime')} action={choice}>
      <Answer query={totals} height={220}>
        {(points) =>
          points.length === 0 ? (
            <Typography color="textSecondary">{words('resources.programmes.notWritten')}</Typography>
          ) : (
            <LineChart label={words('resources.programmes.overTime')} points={points} height={200} />
          )
        }
      </Answer>
    </Panel>
  );
}

async function askTotals(partnerId: string | undefined, range: Range): Promise<ChartPoint[]> {
  const { days, interval } = ranges[range];
  const query = { interval, ...(days > 1 && { from: new Date(Date.now() - days * dayMs).toISOString() }) };
  const asked =
    partnerId === undefined
      ? told(api.GET('/v1/loyalty/totals/all', { params: { query } }))
      : told(api.GET('/v1/loyalty/totals', { params: { query: { ...query, partnerId } } }));
  const { points } = await asked;
  return points.flatMap(({ at, outstanding }) => (outstanding === null ? [] : [{ at, value: outstanding }]));
}
