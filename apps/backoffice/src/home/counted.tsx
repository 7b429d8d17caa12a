/** A line of a panel: what it is, and how much of it there is. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface CountedProps {
  label: ReactNode;
  value: string;
  urgent?: boolean;
}

export function Counted({ label, value, urgent = false }: CountedProps) {
  return (
    <Box
      sx={{
        ...{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 2, py: 0.6 },
        ...{ borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 } },
      }}
    >
      <Typography component="span">{label}</Typography>
      <Typography
        component="span"
        noWrap
        sx={{
          ...{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
          color: urgent ? 'error.main' : 'text.primary',
        }}
      >
        {value}
      </Typography>
    </Box>
  );
}
