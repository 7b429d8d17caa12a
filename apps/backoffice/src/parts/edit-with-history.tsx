/** Changes a row that has no screen of details, above what happened to it. */
import { useRecordContext } from 'ra-core';
import type { ReactNode } from 'react';
import { Changed } from './changed';
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
      <Changed
        aside={<HistoryOfRow schema={schema} table={table} />}
        sx={{ '& .RaEdit-main': { display: 'block' } }}
      >
        {children}
      </Changed>
    </Panels>
  );
}

function HistoryOfRow(of: Omit<EditWithHistoryProps, 'children'>) {
  const row = useRecordContext();
  return row ? <History {...of} rowId={String(row.id)} /> : null;
}
