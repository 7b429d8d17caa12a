/** The movements of one product, newest first. */
import { DataTable, Pagination, ReferenceManyField } from 'ra-ui-materialui';
import { columnsOfProduct } from './movement-columns';

const shownAtOnce = 10;

/** Within the details of a product. */
export function MovementsOfProduct() {
  return (
    <ReferenceManyField
      reference="movements"
      target="productId"
      perPage={shownAtOnce}
      sort={{ field: 'at', order: 'DESC' }}
      pagination={<Pagination rowsPerPageOptions={[shownAtOnce]} />}
    >
      <DataTable bulkActionButtons={false} rowClick={false}>
        {columnsOfProduct}
      </DataTable>
    </ReferenceManyField>
  );
}
