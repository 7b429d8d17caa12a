/** The seals that close stretches of the log, newest first, under what holds the log against them. */
import { DateTimeInput, DataTable } from 'ra-ui-materialui';
import { HashField, InstantField, QuantityField } from '../look/fields';
import { Rows } from '../parts/rows';
import { seals } from './collection';
import { Verification } from './verification';

export default function SealList() {
  return (
    <>
      <Verification />
      <Rows
        collection={seals}
        filters={[<DateTimeInput key="to" source="to" />]}
        sort={{ field: 'number', order: 'DESC' }}
        rowClick={false}
        hidden={['previousHash', 'firstAt']}
      >
        <DataTable.NumberCol source="number" disableSort />
        <DataTable.Col source="sealedAt" disableSort>
          <InstantField source="sealedAt" />
        </DataTable.Col>
        <DataTable.Col align="right" source="rows" disableSort>
          <QuantityField source="rows" />
        </DataTable.Col>
        <DataTable.NumberCol source="fromId" disableSort />
        <DataTable.NumberCol source="toId" disableSort />
        <DataTable.Col source="firstAt" disableSort>
          <InstantField source="firstAt" />
        </DataTable.Col>
        <DataTable.Col source="lastAt" disableSort>
          <InstantField source="lastAt" />
        </DataTable.Col>
        <DataTable.Col source="hash" disableSort>
          <HashField source="hash" />
        </DataTable.Col>
        <DataTable.Col source="previousHash" disableSort>
          <HashField source="previousHash" />
        </DataTable.Col>
      </Rows>
    </>
  );
}
