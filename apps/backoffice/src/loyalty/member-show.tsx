/** One member: what they have, everything that happened to their points, and what staff may do about it. */
import type { Schema } from '@plaza/client';
import { RecordContextProvider, ResourceContextProvider, useRecordContext } from 'ra-core';
import {
  BooleanField,
  DataTable,
  ReferenceField,
  SelectInput,
  Show,
  TextField,
  TopToolbar,
} from 'ra-ui-materialui';
import { InstantField, QuantityField, WordField } from '../look/fields';
import { Facts, Panel, Panels } from '../parts/facts';
import { choicesOf, timeFilters } from '../parts/inputs';
import { Rows } from '../parts/rows';
import { useWords } from '../words/translate';
import { entries, entryCategories, placeOf } from './collection';
import { Figures } from './figures';
import { HoldsPanel } from './holds';
import { MemberCustomer } from './member-customer';
import { Accrue, Hold, Redeem, Reverse, Transfer } from './points-forms';

type Member = Schema<'MemberAnswer'> & { id: string };

export default function MemberShow() {
  return (
    <Show component="div" actions={<Actions />}>
      <Details />
    </Show>
  );
}

function Actions() {
  const member = useRecordContext<Member>();
  if (!member) return null;
  const [of, available] = [placeOf(member.id), member.balance];
  return (
    <TopToolbar sx={{ flexWrap: 'wrap', height: 'auto' }}>
      <Accrue of={of} />
      <Redeem of={of} available={available} />
      <Hold of={of} available={available} />
      <Transfer of={of} available={available} />
      <MemberCustomer of={of} isCustomer={member.isCustomer} />
    </TopToolbar>
  );
}

function Details() {
  const words = useWords();
  const member = useRecordContext<Member>();
  if (!member) return null;
  return (
    <RecordContextProvider value={{ ...member, partnerId: placeOf(member.id).partnerId }}>
      <Panels>
        <Panel>
          <Figures
            figures={(['balance', 'pending', 'held'] as const).map((name) => [
              words(`resources.members.fields.${name}`),
              member[name],
            ])}
          />
        </Panel>
        <Panel>
          <Facts>
            <TextField source="externalId" />
            <TextField source="name" emptyText="–" />
            <TextField source="email" emptyText="–" />
            <TextField source="tier" emptyText="–" />
            <BooleanField source="isCustomer" />
            <InstantField source="joinedAt" />
            <ReferenceField source="partnerId" reference="programmes" link="show" />
          </Facts>
        </Panel>
        {member.held > 0 && <HoldsPanel of={placeOf(member.id)} />}
        <Panel title={words('resources.members.statement')}>
          <Statement member={member.id} />
        </Panel>
      </Panels>
    </RecordContextProvider>
  );
}

function Statement({ member }: { member: string }) {
  const filters = [
    <SelectInput
      key="category"
      source="category"
      alwaysOn
      choices={choicesOf(entryCategories, 'resources.entries.categories')}
    />,
    ...timeFilters,
  ];
  return (
    <ResourceContextProvider value="entries">
      <Rows
        collection={entries}
        of={{ member }}
        filters={filters}
        sort={{ field: 'at', order: 'DESC' }}
        rowClick={false}
        hidden={['sourceId', 'expiresAt', 'availableFrom', 'counterpart']}
      >
        <DataTable.Col source="at" field={InstantField} />
        <DataTable.Col source="category" disableSort>
          <WordField source="category" words="resources.entries.categories" />
        </DataTable.Col>
        <DataTable.Col source="description" disableSort />
        <DataTable.Col align="right" source="points" disableSort field={QuantityField} />
        <DataTable.Col align="right" source="balance" disableSort field={QuantityField} />
        <DataTable.Col source="sourceId" disableSort />
        <DataTable.Col source="availableFrom" disableSort field={InstantField} />
        <DataTable.Col source="expiresAt" disableSort field={InstantField} />
        <DataTable.Col source="counterpart" disableSort />
        <DataTable.Col label={false} disableSort>
          <Reverse partnerId={placeOf(member).partnerId} />
        </DataTable.Col>
      </Rows>
    </ResourceContextProvider>
  );
}
