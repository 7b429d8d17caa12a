/** Everything that moved in the stock, newest first; from here stock is corrected and transferred, too. */
import { DataTable, ReferenceField, SelectInput } from 'ra-ui-materialui';
import { ChangeField, InstantField, WordField } from '../look/fields';
import { choicesOf, ReferenceChoice, timeFilters } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { movements } from './collection';
import { StockChanges } from './stock-changes';

const causes = ['sale', 'adjustment', 'transfer'];

export default function MovementList() {
  const filters = [
    <ReferenceChoice
      key="product"
      source="productId"
      reference="products"
      search="q"
      textOf={nameOf}
      alwaysOn
    />,
    <ReferenceChoice key="branch" source="branchId" reference="branches" textOf={nameOf} alwaysOn />,
    <SelectInput key="cause" source="cause" choices={choicesOf(causes, 'resources.movements.causes')} />,
    ...timeFilters,
  ];
  return (
    <Rows
      collection={movements}
      filters={filters}
      sort={{ field: 'at', order: 'DESC' }}
      rowClick={false}
      adds={<StockChanges />}
    >
      <DataTable.Col source="at" field={InstantField} />
      <DataTable.Col source="productId" disableSort>
        <ReferenceField source="productId" reference="products" link="show" />
      </DataTable.Col>
      <DataTable.Col source="branchId" disableSort>
        <ReferenceField source="branchId" reference="branches" link={false} />
      </DataTable.Col>
      <DataTable.Col align="right" source="delta" disableSort field={ChangeField} />
      <DataTable.Col source="cause" disableSort>
        <WordField source="cause" words="resources.movements.causes" />
      </DataTable.Col>
      <DataTable.Col source="reason" disableSort />
    </Rows>
  );
}

const nameOf = ({ name }: Record<string, unknown>) => String(name);
