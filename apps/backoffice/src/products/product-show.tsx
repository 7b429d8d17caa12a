/** One product: what it is, where how many are, what moved, and what happened to its record. */
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useRecordContext } from 'ra-core';
import {
  BooleanField,
  DeleteWithUndoButton,
  EditButton,
  Show,
  TextField,
  TopToolbar,
} from 'ra-ui-materialui';
import { MoneyField } from '../look/fields';
import { useFormats } from '../look/formats';
import { Facts, Panel, Panels } from '../parts/facts';
import { History } from '../parts/history';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { StockChanges } from '../stock/stock-changes';
import { MovementsOfProduct } from '../stock/movement-table';
import { useWords } from '../words/translate';

export default function ProductShow() {
  return (
    <Show actions={<Actions />} component="div">
      <Details />
    </Show>
  );
}

function Actions() {
  const words = useWords();
  return (
    <TopToolbar>
      <DeleteWithUndoButton label={words('resources.products.withdraw')} />
      <EditButton />
    </TopToolbar>
  );
}

function Details() {
  const words = useWords();
  const product = useRecordContext();
  if (!product) return null;
  const id = String(product.id);
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="name" />
          <TextField source="sku" />
          <TextField source="category.name" />
          <MoneyField source="price" />
          <BooleanField source="active" />
          <TextField source="description" emptyText="–" />
        </Facts>
      </Panel>
      <Panel title={words('resources.products.stock')} action={<StockChanges productId={id} />}>
        <Stock productId={id} />
      </Panel>
      <Panel title={words('resources.movements.of')}>
        <MovementsOfProduct />
      </Panel>
      <History schema="catalog" table="products" rowId={id} />
    </Panels>
  );
}

function Stock({ productId }: { productId: string }) {
  const words = useWords();
  const formats = useFormats();
  const stock = useQuery({
    queryKey: ['stock', productId],
    queryFn: () => told(api.GET('/v1/catalog/products/{id}/stock', { params: { path: { id: productId } } })),
  });
  return (
    <Answer query={stock} isEmpty={({ items }) => items.length === 0}>
      {({ items }) => (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{words('resources.movements.fields.branchId')}</TableCell>
              <TableCell align="right">{words('resources.movements.onHand')}</TableCell>
              <TableCell align="right">{words('resources.movements.held')}</TableCell>
              <TableCell align="right">{words('resources.movements.available')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map(({ branch, onHand, held, available }) => (
              <TableRow key={branch.id}>
                <TableCell>{branch.name}</TableCell>
                <TableCell align="right">{formats.quantity(onHand)}</TableCell>
                <TableCell align="right">{formats.quantity(held)}</TableCell>
                <TableCell align="right">{formats.quantity(available)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Answer>
  );
}
