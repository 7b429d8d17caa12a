/** The range with what is available, in the branch that is asked for. */
import { BooleanInput, DataTable, SearchInput } from 'ra-ui-materialui';
import { MoneyField, QuantityField } from '../look/fields';
import { ReferenceChoice } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { useWords } from '../words/translate';
import { products } from './collection';

export default function ProductList() {
  const words = useWords();
  const filters = [
    <SearchInput key="q" source="q" alwaysOn placeholder={words('resources.products.searchHint')} />,
    <ReferenceChoice key="category" source="category" reference="categories" textOf={nameOf} alwaysOn />,
    <ReferenceChoice key="branch" source="branch" reference="branches" textOf={nameOf} />,
    <BooleanInput key="inStock" source="inStock" />,
  ];
  return (
    <Rows
      collection={products}
      filters={filters}
      sort={{ field: 'name', order: 'ASC' }}
      creates
      rowClick="show"
    >
      <DataTable.Col source="sku" disableSort />
      <DataTable.Col source="name" sortByOrder="ASC" />
      <DataTable.Col source="category.name" disableSort />
      <DataTable.Col align="right" source="price" field={MoneyField} />
      <DataTable.Col align="right" source="available" disableSort field={QuantityField} />
    </Rows>
  );
}

const nameOf = ({ name }: Record<string, unknown>) => String(name);
