/** A list as all lists here are: filters in the address, columns that can be left out, pages without a count, export as filtered. */
import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useListContext, useNotify, useResourceContext, useTranslate, type SortPayload } from 'ra-core';
import {
  Button,
  ColumnsButton,
  CreateButton,
  DataTable,
  FilterButton,
  List,
  Pagination,
  TopToolbar,
  type DataTableProps,
} from 'ra-ui-materialui';
import { useState, type ReactElement, type ReactNode } from 'react';
import { toldOf, type Collection, type Told } from '../server/collection';
import { exportCsv, save } from '../server/csv';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';

export const pageSizes = [25, 50, 100];

interface RowsProps extends Pick<DataTableProps, 'rowClick' | 'expand'> {
  collection: Collection;
  /** Those with `alwaysOn` are shown; the rest is added by the reader. */
  filters: ReactElement[];
  sort: SortPayload;
  /** What is looked for until the reader looks for something else. */
  filterDefaults?: Record<string, string>;
  creates?: boolean;
  /** The columns, `DataTable.Col` each. */
  children: ReactNode;
  /** Left out until the reader asks for them. */
  hidden?: string[];
  /** What adds a row or does something with many, where that is no form at an address of its own. */
  adds?: ReactNode;
  /** Within the details of something else: what the rows belong to. */
  of?: Told;
}

export function Rows({
  collection,
  filters,
  sort,
  creates = false,
  children,
  hidden,
  adds,
  of,
  filterDefaults,
  ...rest
}: RowsProps) {
  const wishes = { collection, filters, creates, adds, of };
  return (
    <List
      {...(of && { filter: of, title: false, storeKey: false })}
      filters={filters}
      sort={sort}
      {...(filterDefaults && { filterDefaultValues: filterDefaults })}
      perPage={pageSizes[0] ?? 25}
      pagination={<Pagination rowsPerPageOptions={pageSizes} />}
      actions={<Actions {...wishes} />}
      exporter={false}
      empty={false}
    >
      <DataTable
        bulkActionButtons={false}
        empty={<NoRows />}
        {...rest}
        {...(hidden && { hiddenColumns: hidden })}
      >
        {children}
      </DataTable>
    </List>
  );
}

interface ActionsProps extends Pick<RowsProps, 'collection' | 'filters' | 'creates'> {
  adds: ReactNode;
  of: Told | undefined;
}

function Actions({ collection, filters, creates, adds, of }: ActionsProps) {
  return (
    <TopToolbar>
      {filters.length > 0 && <FilterButton filters={filters} />}
      <ColumnsButton />
      <Export collection={collection} of={of} />
      {creates === true && <CreateButton />}
      {adds}
    </TopToolbar>
  );
}

function Export({ collection, of }: { collection: Collection; of: Told | undefined }) {
  const words = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const resource = useResourceContext() ?? '';
  const list = useListContext();
  const [waiting, setWaiting] = useState(false);
  const start = async () => {
    setWaiting(true);
    try {
      const nameOf = (field: string) => translate(`resources.${resource}.fields.${field}`, { _: field });
      const { file, rows, isCut } = await exportCsv(
        collection,
        { filter: { ...toldOf(list.filterValues), ...of }, sort: list.sort },
        nameOf,
      );
      save(file, `plaza-${resource}.csv`);
      notify(words(isCut ? 'plaza.list.cut' : 'plaza.list.exported', { count: rows }), {
        type: isCut ? 'warning' : 'info',
      });
    } catch (error) {
      notify(messageOf(error), { type: 'error' });
    } finally {
      setWaiting(false);
    }
  };
  return (
    <Button label={words('plaza.list.export')} disabled={waiting} onClick={() => void start()}>
      <DownloadOutlined />
    </Button>
  );
}

function NoRows() {
  const words = useWords();
  const list = useListContext();
  const isFiltered = Object.keys(toldOf(list.filterValues)).length > 0;
  return (
    <Box sx={{ p: 5, textAlign: 'center' }}>
      <Typography variant="h6" component="p">
        {words(isFiltered ? 'plaza.list.nothingMatches' : 'plaza.list.nothingYet')}
      </Typography>
      {isFiltered && <Typography color="textSecondary">{words('plaza.list.changeFilter')}</Typography>}
    </Box>
  );
}
