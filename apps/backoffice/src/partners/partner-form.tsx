/** Creates a partner and renames it. */
import { maxLength, required } from 'ra-core';
import { Create, Edit, SimpleForm, TextInput } from 'ra-ui-materialui';
import { nameCharactersMax } from '../parts/rules';

export function PartnerCreate() {
  return (
    <Create redirect="show">
      <Form />
    </Create>
  );
}

export function PartnerEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="show">
      <Form />
    </Edit>
  );
}

function Form() {
  return (
    <SimpleForm noValidate>
      <TextInput source="name" validate={[required(), maxLength(nameCharactersMax)]} autoFocus />
    </SimpleForm>
  );
}
