/** Everything that happened to one row, newest first, with what differs side by side. */
import Box from '@mui/material/Box';
import { Title } from 'ra-ui-materialui';
import { useParams } from 'react-router-dom';
import { Panel } from '../parts/facts';
import { RowChanges } from '../parts/history';
import { useWords } from '../words/translate';
import { rowAt } from './collection';

export default function RowHistory() {
  const words = useWords();
  const { id = '' } = useParams();
  const row = rowAt(id);
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={words('resources.audit.historyOf', { table: `${row.schema}.${row.table}` })} />
      <Panel title={row.rowId}>
        <RowChanges {...row} />
      </Panel>
    </Box>
  );
}
