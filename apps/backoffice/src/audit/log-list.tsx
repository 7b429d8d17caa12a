/** Who changed what and who read what, newest first. A line opens to what was changed, and leads to the whole history of its row. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useCreatePath, useRecordContext } from 'ra-core';
import { DataTable, SelectInput, TextInput } from 'ra-ui-materialui';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { InstantField, WordField } from '../look/fields';
import { useFormats } from '../look/formats';
import { actorIn, Differences } from '../parts/history';
import { choicesOf, timeFilters } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { useWords } from '../words/translate';
import { actions, contexts, log, rowAddress } from './collection';

type Entry = Schema<'LogEntryAnswer'>;

export default function LogList() {
  const filters = [
    <SelectInput key="schema" source="schema" alwaysOn choices={contexts.map((id) => ({ id, name: id }))} />,
    <TextInput key="table" source="table" alwaysOn />,
    <TextInput key="rowId" source="rowId" alwaysOn />,
    <SelectInput
      key="action"
      source="action"
      alwaysOn
      choices={choicesOf(actions, 'plaza.history.actions')}
    />,
    <TextInput key="actor" source="actor" label="resources.audit.fields.actor.id" />,
    ...timeFilters,
  ];
  return (
    <Rows
      collection={log}
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      rowClick="expand"
      expand={<Details />}
      hidden={['requestId', 'id']}
    >
      <DataTable.Col source="id" disableSort />
      <DataTable.Col source="at" disableSort field={InstantField} />
      <DataTable.Col source="action" disableSort>
        <WordField source="action" words="plaza.history.actions" />
      </DataTable.Col>
      <DataTable.Col source="table" disableSort>
        <TableField />
      </DataTable.Col>
      <DataTable.Col source="rowId" disableSort>
        <RowLink />
      </DataTable.Col>
      <DataTable.Col source="actor.id" disableSort>
        <ActorField />
      </DataTable.Col>
      <DataTable.Col source="requestId" disableSort />
    </Rows>
  );
}

function TableField() {
  const entry = useRecordContext<Entry>();
  return entry ? <>{`${entry.schema}.${entry.table}`}</> : null;
}

function RowLink() {
  const createPath = useCreatePath();
  const entry = useRecordContext<Entry>();
  if (!entry) return null;
  const { schema, table, rowId } = entry;
  if (rowId === null) return <RowsRead count={entry.rows} />;
  return (
    <Link
      component={RouterLink}
      to={createPath({ resource: 'audit', type: 'show', id: rowAddress(schema, table, rowId) })}
      onClick={(event) => event.stopPropagation()}
      sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
    >
      {rowId}
    </Link>
  );
}

function RowsRead({ count }: { count: number | null }) {
  const words = useWords();
  const formats = useFormats();
  return <>{words('resources.audit.rowsRead', { rows: formats.quantity(count) })}</>;
}

function ActorField() {
  const words = useWords();
  const createPath = useCreatePath();
  const entry = useRecordContext<Entry>();
  if (!entry) return null;
  if (!entry.actor) return <>{words('plaza.history.nobody')}</>;
  const wish = new URLSearchParams({ filter: JSON.stringify({ actor: entry.actor.id }) });
  return (
    <Link
      component={RouterLink}
      to={`${createPath({ resource: 'audit', type: 'list' })}?${wish.toString()}`}
      onClick={(event) => event.stopPropagation()}
      sx={{ overflowWrap: 'anywhere' }}
    >
      {actorIn(entry)}
    </Link>
  );
}

function Details() {
  const words = useWords();
  const entry = useRecordContext<Entry>();
  if (!entry) return null;
  if (entry.query === null) return <Differences before={entry.old} after={entry.new} />;
  const { statement, parameters } = entry.query;
  const code = { m: 0, fontFamily: 'monospace', fontSize: '0.8rem', whiteSpace: 'pre-wrap' } as const;
  return (
    <Box sx={{ display: 'grid', gap: 1, overflowWrap: 'anywhere' }}>
      <Typography variant="subtitle2">{words('resources.audit.asked')}</Typography>
      <Box component="pre" sx={code}>
        {statement}
      </Box>
      {parameters.length > 0 && (
        <Box component="pre" sx={code}>
          {JSON.stringify(parameters)}
        </Box>
      )}
    </Box>
  );
}
