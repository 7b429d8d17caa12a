/** Everything that moved in the stock, newest first; from here stock is corrected and transferred, too. */
import { SelectInput } from 'ra-ui-materialui';
import { choicesOf, ReferenceChoice, timeFilters } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { movements } from './collection';
import { columnsOfAll } from './movement-columns';
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
      {columnsOfAll}
    </Rows>
  );
}

const nameOf = ({ name }: Record<string, unknown>) => String(name);
