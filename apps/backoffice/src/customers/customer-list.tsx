/** All customers, newest first, found by document number or by words. */
import { DataTable, SearchInput, TextInput } from 'ra-ui-materialui';
import { InstantField } from '../look/fields';
import { Rows } from '../parts/rows';
import { useWords } from '../words/translate';
import { customers } from './collection';

export default function CustomerList() {
  const words = useWords();
  const filters = [
    <SearchInput key="q" source="q" alwaysOn placeholder={words('resources.customers.searchHint')} />,
    <TextInput key="document" source="document" alwaysOn />,
  ];
  return (
    <Rows
      collection={customers}
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      creates
      rowClick="show"
    >
      <DataTable.Col source="fullName" disableSort />
      <DataTable.Col source="documentNumber" disableSort />
      <DataTable.Col source="email" disableSort />
      <DataTable.Col source="username" disableSort />
      <DataTable.Col source="createdAt" field={InstantField} />
      <DataTable.Col source="disabledAt" disableSort field={InstantField} />
    </Rows>
  );
}
