/** Numbers that are read at a glance, each under its name. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormats } from '../look/formats';

/** @param figures a name, and points or days */
export function Figures({ figures }: { figures: (readonly [label: string, figure: number])[] }) {
  const formats = useFormats();
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))' }}
    >
      {figures.map(([label, figure]) => (
        <div key={label}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {label}
          </Typography>
          <Typography component="dd" variant="h5" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            {formats.quantity(figure)}
          </Typography>
        </div>
      ))}
    </Box>
  );
}
