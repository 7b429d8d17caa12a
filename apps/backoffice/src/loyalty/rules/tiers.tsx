/** What members become by what they earn: the levels, declared, changed and ended. */
import { maxLength, minValue, required } from 'ra-core';
import { ArrayInput, NumberInput, SimpleFormIterator, TextInput } from 'ra-ui-materialui';
import { useFormats } from '../../look/formats';
import { Beside } from '../../parts/beside';
import { CompactTable } from '../../parts/compact-table';
import { Panel } from '../../parts/facts';
import { FormDialog } from '../../parts/form-dialog';
import { useWords } from '../../words/translate';
import { Figures } from '../figures';
import { Declaring } from './declaring';
import { decide, type Tiers } from './settings';

const nameCharactersMax = 40;
const newTiers: Tiers = { windowDays: 365, noticeDays: 30, levels: [{ name: '', from: 1 }] };

interface TiersProps {
  partnerId: string;
  /** Null where there are none. */
  tiers: Tiers | null;
}

export function TiersPanel({ partnerId, tiers }: TiersProps) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Panel
      title={words('resources.tiers.title')}
      action={
        <Declaring partnerId={partnerId} what="tiers" isDeclared={tiers !== null}>
          {(close) => <TiersForm partnerId={partnerId} tiers={tiers} close={close} />}
        </Declaring>
      }
    >
      {tiers && (
        <Figures
          figures={[
            [words('resources.tiers.windowDays'), tiers.windowDays],
            [words('resources.tiers.noticeDays'), tiers.noticeDays],
          ]}
        />
      )}
      <CompactTable
        rows={tiers?.levels ?? []}
        keyOf={({ name }) => name}
        none={words('resources.tiers.none')}
        columns={[
          { label: words('resources.tiers.level'), cell: ({ name }) => name },
          {
            label: words('resources.tiers.from'),
            numeric: true,
            cell: ({ from }) => formats.quantity(from),
          },
        ]}
      />
    </Panel>
  );
}

function TiersForm({ partnerId, tiers, close }: TiersProps & { close: () => void }) {
  const words = useWords();
  const send = async (said: { tiers: Tiers }) => {
    await decide(partnerId, { tiers: said.tiers });
    return words('resources.tiers.declared');
  };
  return (
    <FormDialog
      title={words(tiers ? 'resources.tiers.change' : 'resources.tiers.declare')}
      lead={words('resources.tiers.changeLead')}
      defaultValues={{ tiers: tiers ?? newTiers }}
      width="sm"
      close={close}
      send={send}
    >
      <TiersInputs />
    </FormDialog>
  );
}

function TiersInputs() {
  const words = useWords();
  return (
    <>
      <NumberInput
        source="tiers.windowDays"
        label={words('resources.tiers.windowDays')}
        validate={[required(), minValue(1)]}
      />
      <NumberInput
        source="tiers.noticeDays"
        label={words('resources.tiers.noticeDays')}
        helperText={words('resources.tiers.noticeHint')}
        validate={[required(), minValue(0)]}
      />
      <ArrayInput source="tiers.levels" label={words('resources.tiers.levels')} validate={required()}>
        <SimpleFormIterator disableClear fullWidth>
          <Beside>
            <TextInput
              source="name"
              label={words('resources.tiers.name')}
              validate={[required(), maxLength(nameCharactersMax)]}
            />
            <NumberInput
              source="from"
              label={words('resources.tiers.from')}
              validate={[required(), minValue(1)]}
            />
          </Beside>
        </SimpleFormIterator>
      </ArrayInput>
    </>
  );
}
