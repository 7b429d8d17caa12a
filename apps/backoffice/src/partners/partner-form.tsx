/** Creates a partner and renames it. */
import { maxLength, required } from 'ra-core';
import { Create, SimpleForm, TextInput } from 'ra-ui-materialui';
import { Changed } from '../parts/changed';
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
    <Changed redirect="show">
      <Form />
    </Changed>
  );
}

function Form() {
  return (
    <SimpleForm noValidate>
      <TextInput source="name" validate={[required(), maxLength(nameCharactersMax)]} autoFocus />
    </SimpleForm>
  );
}
