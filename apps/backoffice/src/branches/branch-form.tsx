/** Opens a branch, changes or closes it, and shows what happened to it. */
import { maxLength, required } from 'ra-core';
import { Create, SimpleForm, TextInput } from 'ra-ui-materialui';
import { EditWithHistory } from '../parts/edit-with-history';
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
    <EditWithHistory schema="catalog" table="branches">
      <Fields />
    </EditWithHistory>
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
