/** The seals that close stretches of the log, newest first, under what holds the log against them. */
import { DataTable } from 'ra-ui-materialui';
import { HashField, InstantField, QuantityField } from '../look/fields';
import { InstantInput } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { seals } from './collection';
import { Verification } from './verification';

export default function SealList() {
  return (
    <>
      <Verification />
      <Rows
        collection={seals}
        filters={[<InstantInput key="to" source="to" />]}
        sort={{ field: 'number', order: 'DESC' }}
        rowClick={false}
        hidden={['previousHash', 'firstAt']}
      >
        <DataTable.NumberCol source="number" disableSort />
        <DataTable.Col source="sealedAt" disableSort field={InstantField} />
        <DataTable.Col align="right" source="rows" disableSort field={QuantityField} />
        <DataTable.NumberCol source="fromId" disableSort />
        <DataTable.NumberCol source="toId" disableSort />
        <DataTable.Col source="firstAt" disableSort field={InstantField} />
        <DataTable.Col source="lastAt" disableSort field={InstantField} />
        <DataTable.Col source="hash" disableSort field={HashField} />
        <DataTable.Col source="previousHash" disableSort field={HashField} />
      </Rows>
    </>
  );
}
