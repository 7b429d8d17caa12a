/** Inputs beside each other, as far as there is room. */
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export function Beside({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        ...{ display: 'grid', columnGap: 2, width: '100%', alignItems: 'start' },
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 180px), 1fr))',
      }}
    >
      {children}
    </Box>
  );
}
