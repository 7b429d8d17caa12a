/** From which outcome to which other a replay leads. */
import Box from '@mui/material/Box';
import { Status } from '../look/fields';
import type { Outcome } from './collection';

export function Became({ before, after }: { before: Outcome; after: Outcome }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
      <Status value={before} words="home.messages" />
      {before !== after && (
        <>
          <span aria-hidden>→</span>
          <Status value={after} words="home.messages" />
        </>
      )}
    </Box>
  );
}
