/** Creates a category, changes or moves it, and shows what happened to it. */
import { maxLength, required, useRecordContext } from 'ra-core';
import { Create, Edit, SimpleForm, TextInput } from 'ra-ui-materialui';
import { Panels } from '../parts/facts';
import { History } from '../parts/history';
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
    <Panels>
      <Edit
        mutationMode="pessimistic"
        aside={<HistoryOfCategory />}
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
      <TextInput source="name" validate={[required(), maxLength(nameCharactersMax)]} autoFocus />
      <TextInput source="slug" validate={[required(), slug]} />
      <ReferenceChoice source="parentId" reference="categories" textOf={({ name }) => String(name)} />
    </SimpleForm>
  );
}

function HistoryOfCategory() {
  const category = useRecordContext();
  return category ? <History schema="catalog" table="categories" rowId={String(category.id)} /> : null;
}
