/** Creates a product and changes it. */
import { maxLength, minValue, required } from 'ra-core';
import { BooleanInput, Create, SimpleForm, TextInput } from 'ra-ui-materialui';
import { Changed } from '../parts/changed';
import { MoneyInput, ReferenceChoice } from '../parts/inputs';
import { currency, nameCharactersMax, sku } from '../parts/rules';

const textCharactersMax = 5_000;

export function ProductCreate() {
  return (
    <Create redirect="show">
      <SimpleForm noValidate defaultValues={{ currency: 'USD', active: true }}>
        <Fields />
      </SimpleForm>
    </Create>
  );
}

export function ProductEdit() {
  return (
    <Changed redirect="show">
      <SimpleForm noValidate>
        <Fields />
      </SimpleForm>
    </Changed>
  );
}

function Fields() {
  return (
    <>
      <TextInput source="sku" validate={[required(), sku]} autoFocus />
      <TextInput source="name" validate={[required(), maxLength(nameCharactersMax)]} />
      <TextInput source="description" multiline minRows={2} validate={maxLength(textCharactersMax)} />
      <MoneyInput source="price" validate={[required(), minValue(0)]} />
      <TextInput source="currency" validate={[required(), currency]} />
      <ReferenceChoice source="categoryId" reference="categories" validate={required()} />
      <BooleanInput source="active" />
    </>
  );
}
