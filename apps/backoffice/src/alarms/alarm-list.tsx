/** Alarms, the latest first; acknowledged here, with what was found. */
import type { Schema } from '@plaza/client';
import { useRecordContext } from 'ra-core';
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { InstantField, WordField } from '../look/fields';
import { useFormats } from '../look/formats';
import { yesOrNo } from '../parts/inputs';
import { RowAction } from '../parts/row-action';
import { Rows } from '../parts/rows';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { alarms } from './collection';

type Alarm = Schema<'AlarmAnswer'>;

export default function AlarmList() {
  const filters = [<SelectInput key="acknowledged" source="acknowledged" alwaysOn choices={yesOrNo} />];
  return (
    <Rows
      collection={alarms}
      filters={filters}
      filterDefaults={{ acknowledged: 'false' }}
      sort={{ field: 'raisedAt', order: 'DESC' }}
      rowClick={false}
    >
      <DataTable.Col source="raisedAt" field={InstantField} />
      <DataTable.Col source="kind" disableSort>
        <WordField source="kind" words="resources.alarms.kinds" />
      </DataTable.Col>
      <DataTable.Col source="topic" disableSort>
        <Where />
      </DataTable.Col>
      <DataTable.Col source="description" disableSort />
      <DataTable.NumberCol source="occurrences" disableSort />
      <DataTable.Col source="note" disableSort />
      <DataTable.Col source="acknowledgedAt" disableSort>
        <Acknowledged />
      </DataTable.Col>
    </Rows>
  );
}

function Where() {
  const formats = useFormats();
  const alarm = useRecordContext<Alarm>();
  if (!alarm) return null;
  const { topic, partition, firstOffset, lastOffset } = alarm;
  return `${topic}/${String(partition)}: ${formats.quantity(firstOffset)} – ${formats.quantity(lastOffset)}`;
}

function Acknowledged() {
  const words = useWords();
  const alarm = useRecordContext<Alarm>();
  if (!alarm) return null;
  if (alarm.acknowledgedAt !== null) return <InstantField source="acknowledgedAt" />;
  const params = { path: { id: alarm.id } };
  return (
    <RowAction
      label={words('resources.alarms.acknowledge')}
      meaning={words('resources.alarms.acknowledgeMeans')}
      done={words('resources.alarms.acknowledged')}
      asksReason
      act={(note) =>
        told(
          api.POST('/v1/payments/alarms/{id}/acknowledge', {
            params,
            body: note === undefined ? {} : { note },
          }),
        )
      }
    />
  );
}
