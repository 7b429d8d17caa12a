/** What of a member's points is set aside at this moment: used or given back by staff, where their partner's machine does not. */
import Box from '@mui/material/Box';
import type { Schema } from '@plaza/client';
import { useQuery } from '@tanstack/react-query';
import { maxValue, minValue, required } from 'ra-core';
import { NumberInput } from 'ra-ui-materialui';
import { useFormats } from '../look/formats';
import { Asked } from '../parts/asked';
import { CompactTable } from '../parts/compact-table';
import { Panel } from '../parts/facts';
import { FormDialog } from '../parts/form-dialog';
import { RowAction } from '../parts/row-action';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import type { Place } from './collection';
import { useBalanceTold } from './points-forms';

type LiveHold = Schema<'LiveHoldAnswer'>;

interface HoldProps {
  partnerId: string;
  hold: LiveHold;
}

export function HoldsPanel({ of: { partnerId, name: externalId } }: { of: Place }) {
  const words = useWords();
  const formats = useFormats();
  const holds = useQuery({
    queryKey: ['holds', partnerId, externalId],
    queryFn: () =>
      told(
        api.GET('/v1/loyalty/members/{externalId}/holds', {
          params: { path: { externalId }, query: { partnerId } },
        }),
      ),
  });
  return (
    <Panel title={words('resources.holds.title')}>
      <Answer query={holds}>
        {({ items }) => (
          <CompactTable
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              { label: words('resources.holds.since'), cell: ({ at }) => formats.instant(at) },
              {
                label: words('resources.entries.fields.description'),
                cell: ({ description }) => description ?? '–',
              },
              {
                label: words('resources.entries.fields.points'),
                numeric: true,
                cell: ({ points }) => formats.quantity(points),
              },
              {
                label: words('resources.holds.until'),
                cell: ({ expiresAt }) => formats.instant(expiresAt),
              },
              { label: '', cell: (hold) => <HoldActions partnerId={partnerId} hold={hold} /> },
            ]}
          />
        )}
      </Answer>
    </Panel>
  );
}

function HoldActions({ partnerId, hold }: HoldProps) {
  const words = useWords();
  return (
    <Box sx={{ display: 'flex' }}>
      <Asked label={words('resources.holds.capture')}>
        {(close) => <CaptureForm partnerId={partnerId} hold={hold} close={close} />}
      </Asked>
      <RowAction
        label={words('resources.holds.release')}
        meaning={words('resources.holds.releaseSure')}
        done={words('resources.holds.released')}
        act={() =>
          told(
            api.POST('/v1/loyalty/holds/{id}/release', {
              params: { path: { id: hold.id }, query: { partnerId } },
            }),
          )
        }
      />
    </Box>
  );
}

function CaptureForm({ partnerId, hold, close }: HoldProps & { close: () => void }) {
  const words = useWords();
  const formats = useFormats();
  const balanceTold = useBalanceTold();
  const capture = async ({ points }: { points: number }) =>
    balanceTold(
      await told(
        api.POST('/v1/loyalty/holds/{id}/capture', {
          params: { path: { id: hold.id }, query: { partnerId } },
          body: { points },
        }),
      ),
    );
  return (
    <FormDialog
      title={words('resources.holds.capture')}
      lead={words('resources.holds.captureLead', { points: formats.quantity(hold.points) })}
      defaultValues={{ points: hold.points }}
      close={close}
      send={capture}
    >
      <NumberInput
        source="points"
        label={words('resources.entries.fields.points')}
        validate={[required(), minValue(1), maxValue(hold.points)]}
        autoFocus
      />
    </FormDialog>
  );
}
