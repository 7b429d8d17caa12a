/** Opens a branch, changes or closes it, and shows what happened to it. */
import { maxLength, required, useRecordContext } from 'ra-core';
import { Create, Edit, SimpleForm, TextInput } from 'ra-ui-materialui';
import { Panels } from '../parts/facts';
import { History } from '../parts/history';
import { nameCharactersMax, slug } from '../parts/rules';

export function BranchCreate() {
  return (
    <Create redirect="list">
      <Fields />
    </Create>
  );
}

export function BranchEdit() {
  return (
    <Panels>
      <Edit
        mutationMode="pessimistic"
        aside={<HistoryOfBranch />}
        sx={{ '& .RaEdit-main': { display: 'block' } }}
      >
        <Fields />
      </Edit>
    </Panels>
  );
}

function Fields() {
  return (
    <SimpleForm noValidate>
      <TextInput source="code" validate={[required(), slug]} autoFocus />
      <TextInput source="name" validate={[required(), maxLength(nameCharactersMax)]} />
    </SimpleForm>
  );
}

function HistoryOfBranch() {
  const branch = useRecordContext();
  return branch ? <History schema="catalog" table="branches" rowId={String(branch.id)} /> : null;
}
