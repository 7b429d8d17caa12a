/** Creates a category, changes or moves it, and shows what happened to it. */
import { maxLength, required } from 'ra-core';
import { Create, SimpleForm, TextInput } from 'ra-ui-materialui';
import { EditWithHistory } from '../parts/edit-with-history';
import { ReferenceChoice } from '../parts/inputs';
import { nameCharactersMax, slug } from '../parts/rules';

export function CategoryCreate() {
  return (
    <Create redirect="list">
      <Fields />
    </Create>
  );
}

export function CategoryEdit() {
  return (
    <EditWithHistory schema="catalog" table="categories">
      <Fields />
    </EditWithHistory>
  );
}

function Fields() {
  return (
    <SimpleForm noValidate>
      <TextInput source="name" validate={[required(), maxLength(nameCharactersMax)]} autoFocus />
      <TextInput source="slug" validate={[required(), slug]} />
      <ReferenceChoice source="parentId" reference="categories" />
    </SimpleForm>
  );
}
