/** Adds a recipient of the weekly report, changes one, removes one. */
import { email, required } from 'ra-core';
import { CheckboxGroupInput, Create, Edit, SelectInput, SimpleForm, TextInput } from 'ra-ui-materialui';
import { choicesOf } from '../parts/inputs';
import { attachmentKinds, reportLanguages } from './collection';

export function RecipientCreate() {
  return (
    <Create redirect="list">
      <SimpleForm noValidate defaultValues={{ language: 'en', attachments: [...attachmentKinds] }}>
        <Fields />
      </SimpleForm>
    </Create>
  );
}

export function RecipientEdit() {
  return (
    <Edit mutationMode="pessimistic" redirect="list">
      <SimpleForm noValidate>
        <Fields />
      </SimpleForm>
    </Edit>
  );
}

function Fields() {
  return (
    <>
      <TextInput source="address" type="email" validate={[required(), email()]} autoFocus />
      <SelectInput
        source="language"
        choices={choicesOf(reportLanguages, 'resources.recipients.languages')}
        validate={required()}
      />
      <CheckboxGroupInput
        source="attachments"
        choices={attachmentKinds.map((id) => ({ id, name: id.toUpperCase() }))}
      />
    </>
  );
}
