/** What staff do with a member's points: accrued, redeemed, held, given to another, taken back. Each dialog is one act, however often it is sent. */
import type { Schema } from '@plaza/client';
import { maxLength, maxValue, minValue, required, useRecordContext } from 'ra-core';
import { DateTimeInput, NumberInput, TextInput } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
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

/** What is said once points have moved. */
export function useBalanceTold() {
  const words = useWords();
  const formats = useFormats();
  return ({ balance }: Schema<'PostedAnswer'>) =>
    words('resources.entries.done', { balance: formats.quantity(balance) });
}

type Act = 'accrue' | 'redeem' | 'hold' | 'transfer';

interface ActProps {
  of: Place;
  /** What can be used; nothing where points are given. */
  available?: number;
}

export function Accrue({ of }: ActProps) {
  const accrue = (said: Said, key: string) =>
    told(
      api.POST('/v1/loyalty/members/{externalId}/accruals', { params: path(of), body: spoken(said, key) }),
    );
  return <PointsDialog act="accrue" send={accrue} />;
}

export function Redeem({ of, available }: Required<ActProps>) {
  const redeem = (said: Said, key: string) =>
    told(
      api.POST('/v1/loyalty/members/{externalId}/redemptions', { params: path(of), body: spoken(said, key) }),
    );
  return <PointsDialog act="redeem" send={redeem} available={available} />;
}

/** Sets points aside, until a time that Plaza has unless another one is told. */
export function Hold({ of, available }: Required<ActProps>) {
  const words = useWords();
  const hold = ({ expiresAt, ...said }: Said & { expiresAt?: Date | string | null }, key: string) => {
    const until = expiresAt ? { expiresAt: new Date(expiresAt).toISOString() } : {};
    return told(
      api.POST('/v1/loyalty/members/{externalId}/holds', {
        params: path(of),
        body: { ...spoken(said, key), ...until },
      }),
    );
  };
  return (
    <PointsDialog act="hold" send={hold} available={available}>
      <DateTimeInput
        source="expiresAt"
        label={words('resources.holds.until')}
        helperText={words('resources.holds.untilHint')}
      />
    </PointsDialog>
  );
}

/** Gives points to another member of the same programme. */
export function Transfer({ of: { partnerId, name: from }, available }: Required<ActProps>) {
  const words = useWords();
  const transfer = ({ to, ...said }: Said & { to: string }, key: string) =>
    told(
      api.POST('/v1/loyalty/transfers', {
        params: { query: { partnerId } },
        body: { ...spoken(said, key), from, to },
      }),
    );
  return (
    <PointsDialog act="transfer" send={transfer} available={available}>
      <TextInput source="to" label={words('resources.entries.transferTo')} validate={required()} />
    </PointsDialog>
  );
}

interface PointsDialogProps<Fields> {
  act: Act;
  send: (said: Fields, key: string) => Promise<Schema<'PostedAnswer'>>;
  available?: number;
  /** What this act is asked beyond what all are. */
  children?: ReactNode;
}

function PointsDialog<Fields>({ act, send, available, children }: PointsDialogProps<Fields>) {
  const words = useWords();
  const formats = useFormats();
  const balanceTold = useBalanceTold();
  const label = words(`resources.entries.${act}`);
  const lead =
    available !== undefined && words('resources.entries.available', { balance: formats.quantity(available) });
  return (
    <Asked label={label}>
      {(close) => (
        <FormDialog
          title={label}
          lead={lead || undefined}
          defaultValues={{ occurredAt: new Date() }}
          close={close}
          send={async (said: Fields, key) => balanceTold(await send(said, key))}
        >
          <Inputs {...(available !== undefined && { max: available })} />
          {children}
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
  const balanceTold = useBalanceTold();
  const entry = useRecordContext<Entry>();
  if (!entry || !reversible.includes(entry.category)) return null;
  const reverse = async ({ description }: { description: string }) =>
    balanceTold(
      await told(
        api.POST('/v1/loyalty/entries/{id}/reversal', {
          params: { path: { id: entry.id }, query: { partnerId } },
          body: { description },
        }),
      ),
    );
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
