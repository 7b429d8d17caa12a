/** What the partner is told, as it happens: the newest first, with what came last before it was looked at. */
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormats, type Formats } from '../look/formats';
import { Panel } from '../parts/facts';
import { addressOf } from '../server/api';
import { useEventStream } from '../server/event-stream';
import { useWords } from '../words/translate';

type Told = Schema<'PartnerEventAnswer'>;

const shownMax = 20;

export function Notifications({ partnerId, lastEventId }: { partnerId: string; lastEventId: string }) {
  const words = useWords();
  const [heard, setHeard] = useState<readonly Told[]>([]);
  // Where it begins stays, however often the programme is asked for again.
  const [path] = useState(() => streamOf(partnerId, lastEventId));
  const connected = useEventStream(path, ({ data }) => {
    const event = data as Told;
    setHeard((known) => [event, ...known.filter(({ id }) => id !== event.id)].slice(0, shownMax));
  });
  return (
    <Panel
      title={words('resources.programmes.told')}
      action={
        <Chip
          size="small"
          variant="outlined"
          color={connected ? 'success' : 'default'}
          label={words(connected ? 'plaza.live' : 'plaza.notLive')}
        />
      }
    >
      {heard.length === 0 && (
        <Typography color="textSecondary">{words('resources.programmes.nothingTold')}</Typography>
      )}
      <Box
        component="ol"
        aria-live="polite"
        aria-label={words('resources.programmes.told')}
        sx={{ m: 0, p: 0, listStyle: 'none' }}
      >
        {heard.map((event) => (
          <Line key={event.id} event={event} />
        ))}
      </Box>
    </Panel>
  );
}

function streamOf(partnerId: string, lastEventId: string): string {
  const before = Math.max(Number(lastEventId) - shownMax, 0);
  return addressOf('/v1/loyalty/events/stream', { partnerId, lastEventId: before });
}

function Line({ event: { id, type, timestamp, data } }: { event: Told }) {
  const translate = useTranslate();
  const formats = useFormats();
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, py: 0.5 }}>
      <Typography variant="body2" color="textSecondary" sx={{ minWidth: 150 }}>
        {formats.instant(timestamp)}
      </Typography>
      <Typography variant="body2" sx={{ flex: '1 1 260px' }}>
        {translate(`resources.programmes.events.${type}`, { ...readable(data, formats), _: type })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {id}
      </Typography>
    </Box>
  );
}

function readable(data: Record<string, unknown>, formats: Formats): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, said(name, value, formats)]));
}

function said(name: string, value: unknown, formats: Formats): string {
  if (typeof value === 'number') return formats.quantity(value);
  if (typeof value !== 'string') return '–';
  return name.endsWith('At') ? formats.instant(value) : value;
}
