/** A series over time as a line, drawn to be read at a glance; the table beside it is for those who cannot see it. */
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useFormats } from '../look/formats';

export interface ChartPoint {
  at: string;
  value: number;
}

interface LineChartProps {
  label: string;
  points: readonly ChartPoint[];
  height?: number;
}

const width = 640;
const room = { top: 10, right: 8, bottom: 22, left: 8 };

export function LineChart({ label, points, height = 160 }: LineChartProps) {
  const { palette } = useTheme();
  const formats = useFormats();
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const { line, area, highest, lowest } = drawn(points, height);
  return (
    <Box
      component="figure"
      sx={{ m: 0 }}
      role="img"
      aria-label={`${label}: ${formats.quantity(first.value)} → ${formats.quantity(last.value)}`}
    >
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        preserveAspectRatio="none"
        aria-hidden
      >
        <path d={area} fill={palette.primary.main} opacity={0.12} />
        <path
          d={line}
          fill="none"
          stroke={palette.primary.main}
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary', fontSize: 12 }}>
        <span>{formats.instant(first.at)}</span>
        <span>
          {formats.quantity(lowest)} – {formats.quantity(highest)}
        </span>
        <span>{formats.instant(last.at)}</span>
      </Box>
    </Box>
  );
}

function drawn(points: readonly ChartPoint[], height: number) {
  const values = points.map(({ value }) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const range = highest - lowest;
  const begin = Date.parse(points[0]?.at ?? '');
  const time = Date.parse(points.at(-1)?.at ?? '') - begin || 1;
  const x = (at: string) => room.left + ((Date.parse(at) - begin) / time) * (width - room.left - room.right);
  // What does not change lies in the middle.
  const share = (value: number) => (range === 0 ? 0.5 : (value - lowest) / range);
  const y = (value: number) => room.top + (1 - share(value)) * (height - room.top - room.bottom);
  const places = points.map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  const bottom = (height - room.bottom).toFixed(1);
  const [from, to] = [places[0] ?? '', places.at(-1) ?? ''];
  return {
    lowest,
    highest,
    line: `M${places.join('L')}`,
    area: `M${from}L${places.join('L')}L${to.split(',')[0] ?? ''},${bottom}L${from.split(',')[0] ?? ''},${bottom}Z`,
  };
}
