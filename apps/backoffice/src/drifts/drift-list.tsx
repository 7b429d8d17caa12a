/**
 * Drifts, the latest first. A line opens to what each side says; what mends it is done once somebody approves it here, or it is
 * dismissed with a reason.
 */
import type { Schema } from '@plaza/client';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRecordContext } from 'ra-core';
import { DataTable, SelectInput } from 'ra-ui-materialui';
import { InstantField, StatusField, WordField } from '../look/fields';
import { useFormats } from '../look/formats';
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

/** What would mend it, to be approved or dismissed while it is open; said otherwise, with who did so. */
function Mend() {
  const drift = useRecordContext<Drift>();
  if (!drift) return null;
  const { status, approvedBy, dismissed } = drift;
  if (dismissed) return `${dismissed.reason} (${dismissed.kind} ${dismissed.id})`;
  if (status !== 'open') return approvedBy ? `${approvedBy.kind} ${approvedBy.id}` : '–';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Correct drift={drift} />
      <Dismiss drift={drift} />
    </Box>
  );
}

function Correct({ drift: { id, correction, triedAt } }: { drift: Drift }) {
  const words = useWords();
  const formats = useFormats();
  if (!correction) return <Typography variant="body2">{words('resources.drifts.findOut')}</Typography>;
  const failed = triedAt !== null && words('resources.drifts.didNotTake', { at: formats.instant(triedAt) });
  return (
    <>
      {failed !== false && (
        <Typography variant="body2" color="error">
          {failed}
        </Typography>
      )}
      <RowAction
        label={words(`resources.drifts.corrections.${correction.does}`)}
        meaning={words('resources.drifts.approveMeans')}
        done={words('resources.drifts.approved')}
        act={() => told(api.POST('/v1/reports/reconciliation/{id}/approve', { params: { path: { id } } }))}
      />
    </>
  );
}

function Dismiss({ drift: { id } }: { drift: Drift }) {
  const words = useWords();
  return (
    <RowAction
      label={words('resources.drifts.dismiss')}
      meaning={words('resources.drifts.dismissMeans')}
      done={words('resources.drifts.wasDismissed')}
      color="inherit"
      asksReason
      act={(reason = '') => {
        const asked = { params: { path: { id } }, body: { reason } };
        return told(api.POST('/v1/reports/reconciliation/{id}/dismiss', asked));
      }}
    />
  );
}
