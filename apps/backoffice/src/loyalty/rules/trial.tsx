/**
 * An order, or an amount that nobody has paid, held against earning rules: those of the programme, or those that the form around it
 * has. It is no form of its own, so that it can stand within one.
 */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { DateTimeInput } from 'ra-ui-materialui';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useFormats } from '../../look/formats';
import { Beside } from '../../parts/beside';
import { MoneyInput, ReferenceChoice } from '../../parts/inputs';
import { Fault } from '../../parts/states';
import { api, told } from '../../server/api';
import { Refusal } from '../../server/problem';
import { useWords } from '../../words/translate';
import type { EarningRules } from './settings';
import { TrialResult, type Earned } from './trial-result';

interface Said {
  earning: EarningRules;
  trial?: {
    orderId?: string | null;
    categoryId?: string | null;
    branchId?: string | null;
    amount?: number | null;
    at?: Date | string | null;
  };
}

interface TrialProps {
  partnerId: string;
  lead: string;
  /** The rules as they stand in the form; those of the programme without it. */
  rulesOf?: (said: Said) => EarningRules;
}

export function Trial({ partnerId, lead, rulesOf }: TrialProps) {
  const words = useWords();
  const { earned, fault, waiting, run } = useTrial(partnerId, rulesOf);
  return (
    <Box
      onKeyDown={(event) => {
        const isField = event.target instanceof HTMLInputElement;
        if (event.key !== 'Enter' || !isField || event.defaultPrevented) return;
        // It is not the form around it that is sent by this.
        event.preventDefault();
        run();
      }}
    >
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {lead}
      </Typography>
      <Inputs />
      <Button variant="outlined" loading={waiting} onClick={run}>
        {words('resources.trials.try')}
      </Button>
      <Box aria-live="polite" sx={{ mt: 2 }}>
        {fault !== undefined && <Fault error={fault} />}
        {earned && <TrialResult {...earned} />}
      </Box>
    </Box>
  );
}

function Inputs() {
  const words = useWords();
  const formats = useFormats();
  const orderId: unknown = useWatch({ name: 'trial.orderId' });
  return (
    <Beside>
      <ReferenceChoice
        source="trial.orderId"
        reference="orders"
        sort={{ field: 'createdAt', order: 'DESC' }}
        label={words('resources.trials.orderId')}
        helperText={words('resources.trials.orderHint')}
        textOf={({ number, total, currency }) =>
          `${String(number)} · ${formats.money(numberOf(total), textOf(currency))}`
        }
      />
      {!orderId && <MadeUp />}
      <DateTimeInput
        source="trial.at"
        label={words('resources.trials.at')}
        helperText={words('resources.trials.atHint')}
      />
    </Beside>
  );
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

function MadeUp() {
  const words = useWords();
  return (
    <>
      <MoneyInput
        source="trial.amount"
        label={words('resources.trials.amount')}
        currencySource="earning.currency"
      />
      <ReferenceChoice
        source="trial.categoryId"
        reference="categories"
        label={words('resources.earning.categoryId')}
      />
      <ReferenceChoice
        source="trial.branchId"
        reference="branches"
        label={words('resources.earning.branchId')}
      />
    </>
  );
}

interface Outcome {
  earned?: Earned & { currency: string };
  fault?: unknown;
}

function useTrial(partnerId: string, rulesOf: TrialProps['rulesOf']) {
  const { getValues } = useFormContext<Said>();
  const { setError } = useFormContext();
  const [outcome, setOutcome] = useState<Outcome>({});
  const [waiting, setWaiting] = useState(false);
  const ask = async () => {
    const said = getValues();
    const body = { ...wishOf(said), ...(rulesOf && { rules: rulesOf(said) }) };
    const params = { query: { partnerId } };
    const earned = await told(api.POST('/v1/loyalty/rules/dry-run', { params, body }));
    return { earned: { ...earned, currency: said.earning.currency } };
  };
  const run = () => {
    setWaiting(true);
    ask()
      .then(setOutcome)
      .catch((fault: unknown) => {
        for (const [pointer, message] of faultsOf(fault)) setError(fieldOf(pointer), { message });
        setOutcome({ fault });
      })
      .finally(() => setWaiting(false));
  };
  return { ...outcome, waiting, run };
}

function wishOf({ trial = {} }: Said): Schema<'DryRunDto'> {
  const { orderId, categoryId, branchId, amount, at } = trial;
  const when = at ? { at: new Date(at).toISOString() } : {};
  if (orderId) return { orderId, ...when };
  return {
    lines: [{ amount: amount ?? 0, ...(categoryId && { categoryId }) }],
    ...(branchId && { branchId }),
    ...when,
  };
}

const faultsOf = (fault: unknown) => (fault instanceof Refusal ? Object.entries(fault.faults ?? {}) : []);

/** Where the form has what the request calls so. */
function fieldOf(pointer: string): string {
  const [, rule] = /^rules\.(.+)$/.exec(pointer) ?? [];
  return rule === undefined ? `trial.${pointer.replace(/^lines\.0\./, '')}` : `earning.${rule}`;
}
