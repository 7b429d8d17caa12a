/** Enters somebody of the staff with their first password, and changes what is known of them. */
import { email, maxLength, minLength, required } from 'ra-core';
import { Create, PasswordInput, SelectInput, SimpleForm, TextInput } from 'ra-ui-materialui';
import { Changed } from '../parts/changed';
import { choicesOf } from '../parts/inputs';
import { nameCharactersMax } from '../parts/rules';
import { useWords } from '../words/translate';
import { staffRoles } from './collection';

const passwordCharactersMin = 8;
const passwordCharactersMax = 128;

export function StaffCreate() {
  return (
    <Create redirect="show">
      <SimpleForm noValidate defaultValues={{ role: 'staff' }}>
        <TextInput source="username" validate={required()} autoComplete="off" autoFocus />
        <PasswordInput
          source="password"
          validate={[required(), minLength(passwordCharactersMin), maxLength(passwordCharactersMax)]}
          autoComplete="new-password"
        />
        <Known />
      </SimpleForm>
    </Create>
  );
}

export function StaffEdit() {
  return (
    <Changed redirect="show">
      <SimpleForm noValidate>
        <Known />
      </SimpleForm>
    </Changed>
  );
}

function Known() {
  const words = useWords();
  return (
    <>
      <TextInput source="fullName" validate={maxLength(nameCharactersMax)} />
      <TextInput source="email" type="email" validate={[required(), email()]} />
      <SelectInput
        source="role"
        choices={choicesOf(staffRoles, 'resources.staff.roles')}
        helperText={words('resources.staff.roleHint')}
        validate={required()}
      />
    </>
  );
}
