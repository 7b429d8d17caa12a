/** Adds a recipient of the weekly report, changes one, removes one. */
import { email, required } from 'ra-core';
import { CheckboxGroupInput, Create, Edit, SelectInput, SimpleForm, TextInput } from 'ra-ui-materialui';
import { useWords } from '../words/translate';
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
  const words = useWords();
  return (
    <>
      <TextInput source="address" type="email" validate={[required(), email()]} autoFocus />
      <SelectInput
        source="language"
        choices={reportLanguages.map((id) => ({ id, name: words(`resources.recipients.languages.${id}`) }))}
        validate={required()}
      />
      <CheckboxGroupInput
        source="attachments"
        choices={attachmentKinds.map((id) => ({ id, name: id.toUpperCase() }))}
      />
    </>
  );
}
