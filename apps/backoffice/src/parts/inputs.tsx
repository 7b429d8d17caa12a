/** Inputs for what Plaza has in its own units: amounts of money, and references that are chosen by typing. */
import {
  useGetList,
  useInput,
  useTranslateLabel,
  useResourceContext,
  type SortPayload,
  type Validator,
} from 'ra-core';
import { AutocompleteInput, DateTimeInput, InputHelperText, ReferenceInput } from 'ra-ui-materialui';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { minorDigits } from '../look/formats';

interface MoneyInputProps {
  source: string;
  label?: string;
  currencySource?: string;
  validate?: Validator | Validator[];
}

/** Typed as people write it, with a point or a comma; kept in minor units. */
export function MoneyInput({ source, label: said, currencySource = 'currency', validate }: MoneyInputProps) {
  const currency: unknown = useWatch({ name: currencySource });
  const digits = minorDigits(typeof currency === 'string' ? currency : '');
  const resource = useResourceContext();
  const label = useTranslateLabel()({
    source,
    ...(said !== undefined && { label: said }),
    ...(resource !== undefined && { resource }),
  });
  const { id, field, fieldState, isRequired } = useInput({ source, ...(validate && { validate }) });
  const value: unknown = field.value;
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      id={id}
      label={label}
      required={isRequired}
      inputRef={field.ref}
      value={typed ?? written(value, digits)}
      onChange={({ target }) => {
        setTyped(target.value);
        field.onChange(minorOf(target.value, digits));
      }}
      onBlur={() => {
        setTyped(undefined);
        field.onBlur();
      }}
      error={fieldState.invalid}
      helperText={<InputHelperText error={fieldState.error?.message ?? ''} />}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
    />
  );
}

function written(value: unknown, digits: number): string {
  return typeof value === 'number' ? (value / 10 ** digits).toFixed(digits) : '';
}

/** @returns null for what is no amount, which Plaza refuses by its name */
export function minorOf(text: string, digits: number): number | null {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(?:\.\d*)?$/.test(plain)) return null;
  return Math.round(Number(plain) * 10 ** digits);
}

interface ChoiceProps {
  source: string;
  reference: string;
  /** The filter that what is typed becomes; without one, what is typed is looked for among the first hundred. */
  search?: string;
  /** Which are the first; of lists that are sorted at all. */
  sort?: SortPayload;
  /** Its name, unless told. */
  textOf?: (row: Record<string, unknown>) => string;
  label?: string;
  helperText?: string;
  /** Read by lists, of their filters. */
  alwaysOn?: boolean;
  validate?: Validator | Validator[];
}

const choicesMax = 100;
const choicesFound = 20;

export function ReferenceChoice({ search, ...choice }: ChoiceProps) {
  return search === undefined ? <WholeChoice {...choice} /> : <SearchedChoice {...choice} search={search} />;
}

function SearchedChoice({ source, reference, search, ...input }: ChoiceProps & { search: string }) {
  return (
    <ReferenceInput source={source} reference={reference} perPage={choicesFound}>
      <AutocompleteInput {...inputOf(input)} filterToQuery={(text: string) => ({ [search]: text })} />
    </ReferenceInput>
  );
}

function WholeChoice({ source, reference, sort, ...input }: Omit<ChoiceProps, 'search'>) {
  const { data, isPending } = useGetList(reference, {
    pagination: { page: 1, perPage: choicesMax },
    ...(sort && { sort }),
  });
  return <AutocompleteInput {...inputOf(input)} source={source} choices={data ?? []} isPending={isPending} />;
}

const nameOf = ({ name }: Record<string, unknown>) => String(name);

const inputOf = ({
  textOf = nameOf,
  label,
  helperText,
  validate,
}: Pick<ChoiceProps, 'textOf' | 'label' | 'helperText' | 'validate'>) => ({
  optionText: textOf,
  ...(label !== undefined && { label }),
  ...(helperText !== undefined && { helperText }),
  ...(validate && { validate }),
});

/** What can be chosen, by the words that stand below `words`, such as `resources.orders.statuses`; an input translates them itself. */
export const choicesOf = (ids: readonly string[], words: string) =>
  ids.map((id) => ({ id, name: `${words}.${id}` }));

/** For what is so or is not, in a filter that can be left out. */
export const yesOrNo = choicesOf(['true', 'false'], 'ra.boolean');

/** Typed as the clock of whoever types shows it, and kept as the instant that it is: in the address, too, which others may open. */
export function InstantInput({ source }: { source: string }) {
  return <DateTimeInput source={source} parse={instantOf} />;
}

const instantOf = (typed: string) => (typed === '' ? '' : new Date(typed).toISOString());

/** From an instant to before another, as lists are asked for it. */
export const timeFilters = [<InstantInput key="from" source="from" />, <InstantInput key="to" source="to" />];
