/** When a message was taken again, by whom, and what came of it. */
import type { Schema } from '@plaza/client';
import { useFormats } from '../look/formats';
import { CompactTable } from '../parts/compact-table';
import { useWords } from '../words/translate';
import { Became } from './became';

export function Replays({ replays }: { replays: readonly Schema<'ReplayViewAnswer'>[] }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <CompactTable
      rows={replays}
      keyOf={({ id }) => id}
      none={words('resources.messages.neverReplayed')}
      columns={[
        { label: words('resources.messages.at'), cell: ({ at }) => formats.instant(at) },
        { label: words('resources.messages.became'), cell: (replay) => <Became {...replay} /> },
        { label: words('plaza.reason'), cell: ({ reason }) => reason },
        { label: words('resources.messages.by'), cell: ({ actor }) => `${actor.kind} ${actor.id}` },
      ]}
    />
  );
}
