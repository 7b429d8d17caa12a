/** Drifts, the latest first. A line opens to what each side says; what mends it is done once somebody approves it here. */
import type { Schema } from '@plaza/client';
import Typography from '@mui/material/Typography';
import { useRecordContext } from 'ra-core';
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { InstantField, StatusField, WordField } from '../look/fields';
import { choicesOf } from '../parts/inputs';
import { RowAction } from '../parts/row-action';
import { Rows } from '../parts/rows';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { drifts, driftKinds, driftStatuses } from './collection';
import { Sides } from './sides';

type Drift = Schema<'DriftAnswer'>;

export default function DriftList() {
  const filters = [
    <SelectInput
      key="status"
      source="status"
      alwaysOn
      choices={choicesOf(driftStatuses, 'resources.drifts.statuses')}
    />,
    <SelectInput
      key="kind"
      source="kind"
      alwaysOn
      choices={choicesOf(driftKinds, 'resources.drifts.kinds')}
    />,
  ];
  return (
    <Rows
      collection={drifts}
      filters={filters}
      filterDefaults={{ status: 'open' }}
      sort={{ field: 'foundAt', order: 'DESC' }}
      rowClick="expand"
      expand={<Sides />}
      hidden={['subject', 'seenAt', 'closedAt']}
    >
      <DataTable.Col source="foundAt" field={InstantField} />
      <DataTable.Col source="kind" disableSort>
        <WordField source="kind" words="resources.drifts.kinds" />
      </DataTable.Col>
      <DataTable.Col source="subject" disableSort />
      <DataTable.Col source="occurredAt" disableSort field={InstantField} />
      <DataTable.Col source="status" disableSort>
        <StatusField source="status" words="resources.drifts.statuses" />
      </DataTable.Col>
      <DataTable.Col source="seenAt" disableSort field={InstantField} />
      <DataTable.Col source="closedAt" disableSort field={InstantField} />
      <DataTable.Col source="correction" disableSort>
        <Mend />
      </DataTable.Col>
    </Rows>
  );
}

/** What would mend it, to be approved while it is open; said otherwise, with who approved it. */
function Mend() {
  const words = useWords();
  const drift = useRecordContext<Drift>();
  if (!drift) return null;
  const { id, status, correction, approvedBy } = drift;
  if (status !== 'open') return approvedBy ? `${approvedBy.kind} ${approvedBy.id}` : '–';
  if (!correction) return <Typography variant="body2">{words('resources.drifts.findOut')}</Typography>;
  const does = words(`resources.drifts.corrections.${correction.does}`);
  return (
    <RowAction
      label={does}
      meaning={words('resources.drifts.approveMeans')}
      done={words('resources.drifts.approved')}
      act={() => told(api.POST('/v1/reports/reconciliation/{id}/approve', { params: { path: { id } } }))}
    />
  );
}
