/** Every change of one row as the audit log has it, newest first, with what differs side by side. For any screen of details. */
import ExpandMore from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '../look/formats';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { Fault } from './states';

type Entry = Schema<'LogEntryAnswer'>;

export interface RowAddress {
  schema: string;
  table: string;
  rowId: string;
}

const entriesAtOnce = 20;

/** Asked for when it is opened. */
export function History(row: RowAddress) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Accordion
      expanded={open}
      onChange={(_event, expanded) => setOpen(expanded)}
      disableGutters
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandMore />}>
        <Typography component="span" variant="h6">
          {words('plaza.history.title')}
        </Typography>
      </AccordionSummary>
      <AccordionDetails>{open && <RowChanges {...row} />}</AccordionDetails>
    </Accordion>
  );
}

export function RowChanges({ schema, table, rowId }: RowAddress) {
  const words = useWords();
  const log = useInfiniteQuery({
    queryKey: ['audit', schema, table, rowId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      told(
        api.GET('/v1/audit/rows/{schema}/{table}/{rowId}', {
          params: {
            path: { schema, table, rowId },
            query: { limit: entriesAtOnce, ...(pageParam !== '' && { after: pageParam }) },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });
  if (log.isError) return <Fault error={log.error} again={() => void log.refetch()} />;
  const changes = log.data?.pages.flatMap(({ items }) => items).filter(({ action }) => action !== 'SELECT');
  if (changes?.length === 0)
    return <Typography color="textSecondary">{words('plaza.history.none')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      {changes?.map((entry) => (
        <Change key={entry.id} entry={entry} />
      ))}
      {log.hasNextPage && (
        <Button onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
          {words('plaza.history.more')}
        </Button>
      )}
    </Box>
  );
}

/** Undefined where nobody knows who it was. */
export function actorIn({ actor, actorName }: Entry): string | undefined {
  if (!actor) return undefined;
  return actorName === null ? `${actor.kind} ${actor.id}` : `${actorName} (${actor.kind})`;
}

function Change({ entry }: { entry: Entry }) {
  const words = useWords();
  const formats = useFormats();
  const actor = actorIn(entry) ?? words('plaza.history.nobody');
  const action = words(`plaza.history.actions.${entry.action}`);
  return (
    <Box component="article">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
        <Typography component="h3" variant="subtitle2" sx={{ overflowWrap: 'anywhere' }}>
          {words('plaza.history.by', { action, actor })}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {formats.instant(entry.at)}
        </Typography>
      </Box>
      <Differences before={entry.old} after={entry.new} />
    </Box>
  );
}

type Values = Record<string, unknown> | null;

export function Differences({ before, after }: { before: Values; after: Values }) {
  const words = useWords();
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const cell = {
    fontFamily: 'monospace',
    fontSize: '0.8rem',
    overflowWrap: 'anywhere',
    verticalAlign: 'top',
  };
  return (
    <Table size="small" sx={{ tableLayout: 'fixed' }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: '24%' }}>{words('plaza.history.field')}</TableCell>
          <TableCell>{words('plaza.history.before')}</TableCell>
          <TableCell>{words('plaza.history.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {fields
          .filter((field) => differs(before?.[field], after?.[field]))
          .map((field) => (
            <TableRow key={field}>
              <TableCell sx={cell}>{field}</TableCell>
              <TableCell sx={cell}>{shown(before?.[field])}</TableCell>
              <TableCell sx={cell}>{shown(after?.[field])}</TableCell>
            </TableRow>
          ))}
      </TableBody>
    </Table>
  );
}

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);

function shown(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
