/** A movement of stock, as the columns of a list: of one product, or of all with theirs. */
import { DataTable, ReferenceField } from 'ra-ui-materialui';
import { ChangeField, InstantField, WordField } from '../look/fields';

const at = <DataTable.Col key="at" source="at" field={InstantField} />;
const product = (
  <DataTable.Col key="productId" source="productId" disableSort>
    <ReferenceField source="productId" reference="products" link="show" />
  </DataTable.Col>
);
const rest = [
  <DataTable.Col key="branchId" source="branchId" disableSort>
    <ReferenceField source="branchId" reference="branches" link={false} />
  </DataTable.Col>,
  <DataTable.Col key="delta" align="right" source="delta" disableSort field={ChangeField} />,
  <DataTable.Col key="cause" source="cause" disableSort>
    <WordField source="cause" words="resources.movements.causes" />
  </DataTable.Col>,
  <DataTable.Col key="reason" source="reason" disableSort />,
];

/** A table counts its columns among its own children, so these are no component. */
export const columnsOfProduct = [at, ...rest];
export const columnsOfAll = [at, product, ...rest];
