/** All categories. */
import { DataTable, ReferenceField } from 'ra-ui-materialui';
import { Rows } from '../parts/rows';
import { categories } from './collection';

export default function CategoryList() {
  return (
    <Rows collection={categories} filters={[]} sort={{ field: 'name', order: 'ASC' }} creates rowClick="edit">
      <DataTable.Col source="name" disableSort />
      <DataTable.Col source="slug" disableSort />
      <DataTable.Col source="parentId" disableSort>
        <ReferenceField source="parentId" reference="categories" empty="–" link={false} />
      </DataTable.Col>
    </Rows>
  );
}
