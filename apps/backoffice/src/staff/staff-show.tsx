/** One of the staff: who it is, whether they may come in, and what happened to their record. */
import { useGetIdentity, useRecordContext } from 'ra-core';
import { EditButton, Show, TextField, TopToolbar } from 'ra-ui-materialui';
import { InstantField, WordField } from '../look/fields';
import { Facts, Panel, Panels } from '../parts/facts';
import { History } from '../parts/history';
import { RowAction } from '../parts/row-action';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';

export default function StaffShow() {
  return (
    <Show actions={<Actions />} component="div">
      <Details />
    </Show>
  );
}

function Details() {
  const person = useRecordContext();
  if (!person) return null;
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="fullName" emptyText="–" />
          <TextField source="username" />
          <TextField source="email" />
          <WordField source="role" words="resources.staff.roles" />
          <InstantField source="createdAt" />
          <InstantField source="disabledAt" />
        </Facts>
      </Panel>
      <History schema="identity" table="users" rowId={String(person.id)} />
    </Panels>
  );
}

function Actions() {
  const words = useWords();
  const person = useRecordContext();
  const { identity } = useGetIdentity();
  if (!person) return null;
  const params = { path: { id: String(person.id) } };
  return (
    <TopToolbar>
      {person['disabledAt'] === null ? (
        // Nobody shuts themselves out.
        person.id !== identity?.id && (
          <RowAction
            label={words('resources.staff.disable')}
            meaning={words('resources.staff.disableSure')}
            done={words('resources.staff.disabled')}
            color="error"
            act={() => told(api.POST('/v1/identity/staff/{id}/disable', { params }))}
          />
        )
      ) : (
        <RowAction
          label={words('resources.staff.enable')}
          meaning={words('resources.staff.enableSure')}
          done={words('resources.staff.enabled')}
          act={() => told(api.POST('/v1/identity/staff/{id}/enable', { params }))}
        />
      )}
      <EditButton />
    </TopToolbar>
  );
}
