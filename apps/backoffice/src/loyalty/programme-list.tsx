/** All programmes, by their partners, under what their members have together. */
import Box from '@mui/material/Box';
import { DataTable } from 'ra-ui-materialui';
import { InstantField } from '../look/fields';
import { Rows } from '../parts/rows';
import { programmes } from './collection';
import { TotalsChart } from './totals-chart';

export default function ProgrammeList() {
  return (
    <>
      <Box sx={{ pt: 2 }}>
        <TotalsChart />
      </Box>
      <Rows collection={programmes} filters={[]} sort={{ field: 'createdAt', order: 'ASC' }} rowClick="show">
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="createdAt" field={InstantField} />
        <DataTable.Col source="disabledAt" disableSort field={InstantField} />
      </Rows>
    </>
  );
}
