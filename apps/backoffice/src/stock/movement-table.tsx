/** The movements of one product, newest first. */
import { DataTable, Pagination, ReferenceField, ReferenceManyField } from 'ra-ui-materialui';
import { ChangeField, InstantField, WordField } from '../look/fields';

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
        <DataTable.Col source="at" field={InstantField} />
        <DataTable.Col source="branchId" disableSort>
          <ReferenceField source="branchId" reference="branches" link={false} />
        </DataTable.Col>
        <DataTable.Col align="right" source="delta" disableSort field={ChangeField} />
        <DataTable.Col source="cause" disableSort>
          <WordField source="cause" words="resources.movements.causes" />
        </DataTable.Col>
        <DataTable.Col source="reason" disableSort />
      </DataTable>
    </ReferenceManyField>
  );
}
