/** What staff do with a member's points: accrued, redeemed, taken back. Each dialog is one act, however often it is sent. */
import type { Schema } from '@plaza/client';
import { maxLength, maxValue, minValue, required, useRecordContext } from 'ra-core';
import { DateTimeInput, NumberInput, TextInput } from 'ra-ui-materialui';
import { useFormats } from '../look/formats';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { reasonCharactersMax } from '../parts/rules';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import type { Place } from './collection';

type Entry = Schema<'EntryAnswer'>;

interface Said {
  points: number;
  description: string;
  occurredAt: Date | string;
}

const path = ({ partnerId, name }: Place) => ({ path: { externalId: name }, query: { partnerId } });

/** The key is what makes it happen once: it goes where a partner's own id of it goes. */
const spoken = ({ points, description, occurredAt }: Said, key: string) => ({
  points,
  description,
  occurredAt: new Date(occurredAt).toISOString(),
  sourceId: `staff-${key}`,
});

export function Accrue({ of }: { of: Place }) {
  const words = useWords();
  const formats = useFormats();
  const accrue = async (said: Said, key: string) => {
    const { balance } = await told(
      api.POST('/v1/loyalty/members/{externalId}/accruals', { params: path(of), body: spoken(said, key) }),
    );
    return words('resources.entries.done', { balance: formats.quantity(balance) });
  };
  return (
    <Asked label={words('resources.entries.accrue')}>
      {(close) => (
        <FormDialog
          title={words('resources.entries.accrue')}
          defaultValues={{ occurredAt: new Date() }}
          close={close}
          send={accrue}
        >
          <Inputs />
        </FormDialog>
      )}
    </Asked>
  );
}

export function Redeem({ of, balance: available }: { of: Place; balance: number }) {
  const words = useWords();
  const formats = useFormats();
  const redeem = async (said: Said, key: string) => {
    const { balance } = await told(
      api.POST('/v1/loyalty/members/{externalId}/redemptions', { params: path(of), body: spoken(said, key) }),
    );
    return words('resources.entries.done', { balance: formats.quantity(balance) });
  };
  return (
    <Asked label={words('resources.entries.redeem')}>
      {(close) => (
        <FormDialog
          title={words('resources.entries.redeem')}
          lead={words('resources.entries.redeemLead', { balance: formats.quantity(available) })}
          defaultValues={{ occurredAt: new Date() }}
          close={close}
          send={redeem}
        >
          <Inputs max={available} />
        </FormDialog>
      )}
    </Asked>
  );
}

function Inputs({ max }: { max?: number }) {
  const words = useWords();
  const limits = [required(), minValue(1), ...(max === undefined ? [] : [maxValue(max)])];
  return (
    <>
      <NumberInput
        source="points"
        validate={limits}
        label={words('resources.entries.fields.points')}
        autoFocus
      />
      <TextInput
        source="description"
        label={words('resources.entries.fields.description')}
        validate={[required(), maxLength(reasonCharactersMax)]}
      />
      <DateTimeInput
        source="occurredAt"
        label={words('resources.entries.fields.occurredAt')}
        validate={required()}
      />
    </>
  );
}

const reversible: readonly Entry['category'][] = ['accrual', 'redemption'];

/** Only what was accrued or redeemed can be taken back; whether it still can be is Plaza's to say. */
export function Reverse({ partnerId }: { partnerId: string }) {
  const words = useWords();
  const formats = useFormats();
  const entry = useRecordContext<Entry>();
  if (!entry || !reversible.includes(entry.category)) return null;
  const reverse = async ({ description }: { description: string }) => {
    const { balance } = await told(
      api.POST('/v1/loyalty/entries/{id}/reversal', {
        params: { path: { id: entry.id }, query: { partnerId } },
        body: { description },
      }),
    );
    return words('resources.entries.done', { balance: formats.quantity(balance) });
  };
  return (
    <Asked label={words('resources.entries.reverse')}>
      {(close) => (
        <FormDialog
          title={words('resources.entries.reverse')}
          lead={words('resources.entries.reverseLead')}
          close={close}
          send={reverse}
        >
          <TextInput
            source="description"
            label={words('plaza.reason')}
            validate={[required(), maxLength(reasonCharactersMax)]}
            autoFocus
          />
        </FormDialog>
      )}
    </Asked>
  );
}
