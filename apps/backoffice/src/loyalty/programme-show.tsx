/** One programme: what is owed, now and over time; what its partner is told, as it happens; members; rules; webhooks. */
import type { Schema } from '@plaza/client';
import { useCreatePath, useRecordContext } from 'ra-core';
import { Show } from 'ra-ui-materialui';
import { Panels } from '../parts/facts';
import { Tabs } from '../parts/tabs';
import { useWords } from '../words/translate';
import { Liability } from './liability';
import { MembersOf } from './members-of';
import { Notifications } from './notifications';
import { Rules } from './rules/rules';
import { TotalsChart } from './totals-chart';
import { WebhooksOf } from './webhooks/webhooks-of';

type Programme = Schema<'ProgrammeAnswer'>;

export default function ProgrammeShow() {
  return (
    <Show component="div" actions={false}>
      <Details />
    </Show>
  );
}

function Details() {
  const words = useWords();
  const createPath = useCreatePath();
  const programme = useRecordContext<Programme>();
  // A row of the list is shown until the whole is there, and does not know what the partner was told.
  if (!programme || !('lastEventId' in programme)) return null;
  const { id } = programme;
  const tabs = [
    {
      path: '',
      label: words('resources.programmes.overview'),
      content: (
        <Panels>
          <Liability partnerId={id} />
          <TotalsChart partnerId={id} />
          <Notifications key={id} partnerId={id} lastEventId={programme.lastEventId} />
        </Panels>
      ),
    },
    {
      path: 'members',
      label: words('resources.programmes.members'),
      content: <MembersOf partnerId={id} />,
    },
    {
      path: 'rules',
      label: words('resources.programmes.rules'),
      content: <Rules partnerId={id} />,
    },
    {
      path: 'webhooks',
      label: words('resources.programmes.webhooks'),
      content: <WebhooksOf partnerId={id} />,
    },
  ];
  return (
    <Tabs
      label={programme.name}
      address={createPath({ resource: 'programmes', type: 'show', id })}
      tabs={tabs}
    />
  );
}
