/** The facts of one row, with their names, side by side as far as there is room. */
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { Labeled } from 'ra-ui-materialui';
import { Children, type ReactElement, type ReactNode } from 'react';

/** @param children fields, each with a `source` by which it is labelled */
export function Facts({ children }: { children: ReactElement | ReactElement[] }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 190px), 1fr))',
        overflowWrap: 'anywhere',
      }}
    >
      {Children.map(children, (field) => (
        <Labeled>{field}</Labeled>
      ))}
    </Box>
  );
}

export function Panel({
  title,
  action,
  children,
}: {
  title?: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card component="section" sx={{ p: 2 }}>
      {title !== undefined && (
        <Box
          sx={{
            ...{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
            ...{ gap: 1, mb: 1.5 },
          }}
        >
          <Typography variant="h6" component="h2">
            {title}
          </Typography>
          {action}
        </Box>
      )}
      {children}
    </Card>
  );
}

/** Panels below each other. */
export function Panels({ children }: { children: ReactNode }) {
  return <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', pb: 4 }}>{children}</Box>;
}
