/** Declares earning rules or changes them, and tries them before they count. */
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { maxLength, minValue, required } from 'ra-core';
import {
  ArrayInput,
  CheckboxGroupInput,
  DateInput,
  NumberInput,
  SelectInput,
  SimpleFormIterator,
  TextInput,
} from 'ra-ui-materialui';
import { useFormats } from '../../look/formats';
import { Beside } from '../../parts/beside';
import { FormDialog } from '../../parts/form-dialog';
import { choicesOf, MoneyInput, ReferenceChoice } from '../../parts/inputs';
import { currency } from '../../parts/rules';
import { useWords } from '../../words/translate';
import { decide, type EarningRules } from './settings';
import { Trial } from './trial';

const nameCharactersMax = 60;
const weekdays = [1, 2, 3, 4, 5, 6, 7];
const newRules: EarningRules = {
  ...{ currency: 'USD', amount: 100, points: 1, rounding: 'down', multipliers: [] },
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

interface EarningFormProps {
  partnerId: string;
  rules: EarningRules | null;
  close: () => void;
}

/** What is said in the form; there nothing chosen is an empty list. */
interface Said {
  earning: EarningRules;
}

export function EarningForm({ partnerId, rules, close }: EarningFormProps) {
  const words = useWords();
  const title = words(rules ? 'resources.earning.change' : 'resources.earning.declare');
  const send = async (said: Said) => {
    await decide(partnerId, { earning: rulesOf(said) });
    return words('resources.earning.declared');
  };
  return (
    <FormDialog
      title={title}
      lead={words('resources.earning.changeLead')}
      width="md"
      defaultValues={{ earning: rules ?? newRules }}
      close={close}
      send={send}
    >
      <RulesInputs />
      <Divider sx={{ my: 2 }} />
      <Typography component="h3" variant="h6">
        {words('resources.trials.title')}
      </Typography>
      <Trial partnerId={partnerId} lead={words('resources.trials.draftLead')} rulesOf={rulesOf} />
    </FormDialog>
  );
}

/** As they are sent: no weekday chosen means any. */
function rulesOf({ earning }: Said): EarningRules {
  const multipliers = earning.multipliers ?? [];
  return {
    ...earning,
    multipliers: multipliers.map((each) => ({
      ...each,
      weekdays: each.weekdays?.length ? each.weekdays : null,
    })),
  };
}

function RulesInputs() {
  const words = useWords();
  return (
    <>
      <Beside>
        <TextInput
          source="earning.currency"
          label={words('resources.earning.currency')}
          validate={[required(), currency]}
        />
        <MoneyInput
          source="earning.amount"
          label={words('resources.earning.amount')}
          currencySource="earning.currency"
          validate={[required(), minValue(1)]}
        />
        <NumberInput
          source="earning.points"
          label={words('resources.earning.points')}
          validate={[required(), minValue(1)]}
        />
        <SelectInput
          source="earning.rounding"
          label={words('resources.earning.rounding')}
          choices={choicesOf(['down', 'nearest', 'up'], 'resources.earning.roundings')}
          validate={required()}
        />
        <TextInput
          source="earning.zone"
          label={words('resources.earning.zone')}
          helperText={words('resources.earning.zoneHint')}
          validate={required()}
        />
        {(['orderPointsMax', 'pendingDays', 'expiresAfterDays'] as const).map((name) => (
          <NumberInput
            key={name}
            source={`earning.${name}`}
            label={words(`resources.earning.${name}`)}
            validate={minValue(1)}
          />
        ))}
      </Beside>
      <ArrayInput source="earning.multipliers" label={words('resources.earning.multipliers')}>
        <SimpleFormIterator disableClear fullWidth>
          <MultiplierInputs />
        </SimpleFormIterator>
      </ArrayInput>
    </>
  );
}

function MultiplierInputs() {
  const words = useWords();
  const formats = useFormats();
  return (
    <Beside>
      <TextInput
        source="name"
        label={words('resources.earning.name')}
        validate={[required(), maxLength(nameCharactersMax)]}
      />
      <NumberInput
        source="percent"
        label={words('resources.earning.percent')}
        helperText={words('resources.earning.percentHint')}
        validate={[required(), minValue(0)]}
      />
      <ReferenceChoice
        source="categoryId"
        reference="categories"
        label={words('resources.earning.categoryId')}
      />
      <ReferenceChoice source="branchId" reference="branches" label={words('resources.earning.branchId')} />
      <DateInput source="from" label={words('resources.earning.from')} />
      <DateInput source="until" label={words('resources.earning.until')} />
      <CheckboxGroupInput
        source="weekdays"
        sx={{ gridColumn: '1 / -1' }}
        label={words('resources.earning.weekdays')}
        choices={weekdays.map((id) => ({ id, name: formats.weekday(id) }))}
        translateChoice={false}
      />
    </Beside>
  );
}
