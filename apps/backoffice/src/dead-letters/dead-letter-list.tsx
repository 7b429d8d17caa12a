/** Dead letters, the latest first; sent again here. */
import type { Schema } from '@plaza/client';
import { useRecordContext } from 'ra-core';
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { InstantField } from '../look/fields';
import { yesOrNo } from '../parts/inputs';
import { RowAction } from '../parts/row-action';
import { Rows } from '../parts/rows';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { deadLetters } from './collection';

export default function DeadLetterList() {
  const filters = [<SelectInput key="replayed" source="replayed" alwaysOn choices={yesOrNo} />];
  return (
    <Rows
      collection={deadLetters}
      filters={filters}
      filterDefaults={{ replayed: 'false' }}
      sort={{ field: 'diedAt', order: 'DESC' }}
      rowClick={false}
    >
      <DataTable.Col source="diedAt" field={InstantField} />
      <DataTable.Col source="type" disableSort />
      <DataTable.Col source="key" disableSort />
      <DataTable.Col source="consumer" disableSort />
      <DataTable.Col source="reason" disableSort />
      <DataTable.NumberCol source="failures" disableSort />
      <DataTable.Col source="replayedAt" disableSort>
        <SentAgain />
      </DataTable.Col>
    </Rows>
  );
}

function SentAgain() {
  const words = useWords();
  const letter = useRecordContext<Schema<'DeadLetterAnswer'>>();
  if (!letter) return null;
  if (letter.replayedAt !== null) return <InstantField source="replayedAt" />;
  const { eventId, consumer } = letter;
  return (
    <RowAction
      label={words('resources.dead-letters.sendAgain')}
      meaning={words('resources.dead-letters.sendAgainMeans')}
      done={words('resources.dead-letters.sentAgain')}
      act={() => told(api.POST('/v1/dead-letters/replay', { body: { eventId, consumer } }))}
    />
  );
}
