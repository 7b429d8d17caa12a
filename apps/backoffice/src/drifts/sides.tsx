/** What each side says of what does not fit, beside each other as far as there is room. */
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useCreatePath, useRecordContext, useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useWords } from '../words/translate';
import { toldOf, type Told } from '../server/collection';

type Drift = Schema<'DriftAnswer'>;

export function Sides() {
  const drift = useRecordContext<Drift>();
  if (!drift) return null;
  return (
    <Box
      sx={{
        ...{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
        },
        ...{ py: 1, overflowWrap: 'anywhere' },
      }}
    >
      {sidesOf(drift.rows).map(([side, says]) => (
        <Side key={side} side={side} says={says} />
      ))}
    </Box>
  );
}

/** A drift that one side alone knows of says so without naming it. */
function sidesOf(rows: Told): [side: string, says: unknown][] {
  const sides = Object.entries(rows);
  return sides.every(([, says]) => typeof says !== 'object') ? [['known', rows]] : sides;
}

function Side({ side, says }: { side: string; says: unknown }) {
  const words = useWords();
  const translate = useTranslate();
  const rows = (Array.isArray(says) ? says : [says]).filter((row) => row !== null);
  return (
    <Box component="section">
      <Typography component="h3" variant="subtitle2">
        {translate(`resources.drifts.sides.${side}`, { _: side })}
      </Typography>
      {rows.length === 0 && (
        <Typography color="textSecondary">{words('resources.drifts.saysNothing')}</Typography>
      )}
      {rows.map((row, at) => (
        <Row key={at} side={side} row={toldOf(row)} />
      ))}
    </Box>
  );
}

/** Screens of what a side speaks of. */
const screens: Record<string, string> = { order: 'orders', payment: 'payments' };

function Row({ side, row }: { side: string; row: Told }) {
  const words = useWords();
  const createPath = useCreatePath();
  const resource = screens[side];
  const id = row['id'];
  return (
    <>
      <Box
        component="dl"
        sx={{ m: 0, mb: 1, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2 }}
      >
        {Object.entries(row).map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {name}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, fontFamily: 'monospace' }}>
              {shown(value)}
            </Typography>
          </Box>
        ))}
      </Box>
      {resource !== undefined && typeof id === 'string' && (
        <Link component={RouterLink} to={createPath({ resource, type: 'show', id })}>
          {words('resources.drifts.look')}
        </Link>
      )}
    </>
  );
}

function shown(value: unknown): string {
  if (value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
