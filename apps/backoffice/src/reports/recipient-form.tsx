/** Adds a recipient of the weekly report, changes one, removes one. */
import { email, required } from 'ra-core';
import { CheckboxGroupInput, Create, SelectInput, SimpleForm, TextInput } from 'ra-ui-materialui';
import { Changed } from '../parts/changed';
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
    <Changed>
      <SimpleForm noValidate>
        <Fields />
      </SimpleForm>
    </Changed>
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
