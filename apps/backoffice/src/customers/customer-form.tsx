/** Enters a customer who stands at the counter, and changes what is known of one. */
import { maxLength, required } from 'ra-core';
import { Create, SimpleForm, TextInput } from 'ra-ui-materialui';
import { Changed } from '../parts/changed';
import { documentNumber, nameCharactersMax } from '../parts/rules';

const emailCharactersMax = 254;

export function CustomerCreate() {
  return (
    <Create redirect="show">
      <SimpleForm noValidate>
        <TextInput source="fullName" validate={[required(), maxLength(nameCharactersMax)]} autoFocus />
        <TextInput source="documentNumber" validate={[required(), documentNumber]} />
        <TextInput source="email" type="email" validate={maxLength(emailCharactersMax)} />
      </SimpleForm>
    </Create>
  );
}

export function CustomerEdit() {
  return (
    <Changed redirect="show">
      <SimpleForm noValidate>
        <TextInput source="fullName" validate={maxLength(nameCharactersMax)} autoFocus />
        <TextInput source="documentNumber" validate={documentNumber} />
        <TextInput source="email" type="email" validate={maxLength(emailCharactersMax)} />
      </SimpleForm>
    </Changed>
  );
}
