/** The members of a programme, newest first, found by what their partner calls them or by name. */
import type { RaRecord } from 'ra-core';
import { email, maxLength, required, ResourceContextProvider, useCreatePath } from 'ra-core';
import { DataTable, SearchInput, TextInput } from 'ra-ui-materialui';
import type { Schema } from '@plaza/client';
import { InstantField, QuantityField } from '../look/fields';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { Rows } from '../parts/rows';
import { nameCharactersMax } from '../parts/rules';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { members } from './collection';

type NewMember = Schema<'NewMemberDto'>;

const externalIdCharactersMax = 100;

export function MembersOf({ partnerId }: { partnerId: string }) {
  const words = useWords();
  const createPath = useCreatePath();
  const filters = [
    <SearchInput key="q" source="q" alwaysOn placeholder={words('resources.members.searchHint')} />,
  ];
  return (
    <ResourceContextProvider value="members">
      <Rows
        collection={members}
        of={{ partnerId }}
        adds={
          <Asked label={words('resources.members.add')}>
            {(close) => <NewMemberForm partnerId={partnerId} close={close} />}
          </Asked>
        }
        filters={filters}
        sort={{ field: 'joinedAt', order: 'DESC' }}
        rowClick={(id: RaRecord['id']) => createPath({ resource: 'members', type: 'show', id })}
      >
        <DataTable.Col source="externalId" disableSort />
        <DataTable.Col source="name" disableSort />
        <DataTable.Col align="right" source="balance" disableSort field={QuantityField} />
        <DataTable.Col align="right" source="pending" disableSort field={QuantityField} />
        <DataTable.Col align="right" source="held" disableSort field={QuantityField} />
        <DataTable.Col source="tier" disableSort />
        <DataTable.Col source="joinedAt" field={InstantField} />
      </Rows>
    </ResourceContextProvider>
  );
}

function NewMemberForm({ partnerId, close }: { partnerId: string; close: () => void }) {
  const words = useWords();
  const add = async ({ externalId, name, email: address }: NewMember) => {
    const body = { externalId, ...(name && { name }), ...(address && { email: address }) };
    await told(api.POST('/v1/loyalty/members', { params: { query: { partnerId } }, body }));
    return words('resources.members.added');
  };
  return (
    <FormDialog title={words('resources.members.add')} close={close} send={add}>
      <TextInput source="externalId" validate={[required(), maxLength(externalIdCharactersMax)]} autoFocus />
      <TextInput source="name" validate={maxLength(nameCharactersMax)} />
      <TextInput source="email" type="email" validate={email()} />
    </FormDialog>
  );
}
