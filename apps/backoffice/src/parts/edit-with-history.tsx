/** Changes a row that has no screen of details, above what happened to it. */
import { useRecordContext } from 'ra-core';
import { Edit } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
import { Panels } from './facts';
import { History } from './history';

interface EditWithHistoryProps {
  schema: string;
  table: string;
  /** The form. */
  children: ReactNode;
}

export function EditWithHistory({ schema, table, children }: EditWithHistoryProps) {
  return (
    <Panels>
      <Edit
        mutationMode="pessimistic"
        aside={<HistoryOfRow schema={schema} table={table} />}
        sx={{ '& .RaEdit-main': { display: 'block' } }}
      >
        {children}
      </Edit>
    </Panels>
  );
}

function HistoryOfRow(of: Omit<EditWithHistoryProps, 'children'>) {
  const row = useRecordContext();
  return row ? <History {...of} rowId={String(row.id)} /> : null;
}
