/** One webhook: how it is, what was delivered to it and how each attempt went, and having it delivered again. */
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { required, useRecordContext, useRedirect } from 'ra-core';
import { Show, TextField, TextInput, TopToolbar } from 'ra-ui-materialui';
import { useState } from 'react';
import { InstantField, StatusField } from '../../look/fields';
import { Asked } from '../../parts/asked';
import { Facts, Panel, Panels } from '../../parts/facts';
import { FormDialog } from '../../parts/form-dialog';
import { RowAction } from '../../parts/row-action';
import { eventNumber } from '../../parts/rules';
import { SecretOnce, type Secret } from '../../parts/secret-once';
import { RotationForm } from '../../parts/rotation-form';
import { api, told } from '../../server/api';
import { useWords } from '../../words/translate';
import { placeOf, webhookParams } from '../collection';
import { ChangeWebhook } from './webhook-forms';
import { Deliveries } from './webhook-deliveries';

type Webhook = Schema<'WebhookAnswer'>;

export default function WebhookShow() {
  return (
    <Show component="div" actions={<Actions />}>
      <Details />
    </Show>
  );
}

function Actions() {
  const webhook = useRecordContext<Webhook>();
  if (!webhook) return null;
  return (
    <TopToolbar>
      {webhook.status === 'active' && <Replay id={webhook.id} />}
      <ChangeWebhook webhook={webhook} />
      <Rotate id={webhook.id} />
      <Decide id={webhook.id} status={webhook.status} />
      <Remove id={webhook.id} />
    </TopToolbar>
  );
}

function Details() {
  const words = useWords();
  const webhook = useRecordContext<Webhook>();
  if (!webhook) return null;
  return (
    <Panels>
      <Panel>
        <Facts>
          <TextField source="url" />
          <StatusField source="status" words="resources.webhooks.statuses" />
          <TextField source="description" emptyText="–" />
          <EventTypes source="eventTypes" types={webhook.eventTypes} />
          <InstantField source="createdAt" />
          <InstantField source="deliveredAt" />
          <InstantField source="failingSince" />
          <InstantField source="nextAttemptAt" />
          <InstantField source="previousSecretUntil" />
        </Facts>
      </Panel>
      <Panel title={words('resources.webhooks.deliveries')}>
        <Deliveries webhook={webhook.id} />
      </Panel>
    </Panels>
  );
}

/** @param source by which it is labelled */
function EventTypes({ types }: { source: string; types: Webhook['eventTypes'] }) {
  const words = useWords();
  return (
    <Typography variant="body2">
      {types?.map((type) => words(`resources.webhooks.types.${type}`)).join(', ') ??
        words('resources.webhooks.every')}
    </Typography>
  );
}

function Replay({ id }: { id: string }) {
  const words = useWords();
  const replay = async ({ from, to }: Schema<'WebhookReplayDto'>) => {
    const { events } = await told(
      api.POST('/v1/loyalty/webhooks/{id}/replay', {
        params: webhookParams(id),
        body: { from, ...(to && { to }) },
      }),
    );
    return words('resources.webhooks.replayed', { count: events });
  };
  return (
    <Asked label={words('resources.webhooks.replay')}>
      {(close) => (
        <FormDialog
          title={words('resources.webhooks.replay')}
          lead={words('resources.webhooks.replayLead')}
          close={close}
          send={replay}
        >
          <TextInput
            source="from"
            label={words('resources.webhooks.replayFrom')}
            validate={[required(), eventNumber]}
            autoFocus
          />
          <TextInput source="to" label={words('resources.webhooks.replayTo')} validate={eventNumber} />
        </FormDialog>
      )}
    </Asked>
  );
}

function Rotate({ id }: { id: string }) {
  const words = useWords();
  const [secret, setSecret] = useState<Secret>();
  const rotate = async (overlapMinutes: number) => {
    const answer = await told(
      api.POST('/v1/loyalty/webhooks/{id}/rotate-secret', {
        params: webhookParams(id),
        body: { overlapMinutes },
      }),
    );
    setSecret({ secret: answer.secret, previousUntil: answer.previousSecretUntil });
  };
  return (
    <>
      <Asked label={words('plaza.secret.rotate')}>
        {(close) => <RotationForm rotate={rotate} close={close} />}
      </Asked>
      {secret && <SecretOnce {...secret} close={() => setSecret(undefined)} />}
    </>
  );
}

function Decide({ id, status }: { id: string; status: Webhook['status'] }) {
  const words = useWords();
  const isActive = status === 'active';
  return (
    <RowAction
      label={words(isActive ? 'resources.webhooks.disable' : 'resources.webhooks.enable')}
      meaning={words(isActive ? 'resources.webhooks.disableSure' : 'resources.webhooks.enableSure')}
      done={words(isActive ? 'resources.webhooks.disabled' : 'resources.webhooks.enabled')}
      color={isActive ? 'error' : 'primary'}
      act={() =>
        told(
          api.PATCH('/v1/loyalty/webhooks/{id}', {
            params: webhookParams(id),
            body: { status: isActive ? 'disabled' : 'active' },
          }),
        )
      }
    />
  );
}

function Remove({ id }: { id: string }) {
  const words = useWords();
  const redirect = useRedirect();
  return (
    <RowAction
      label={words('resources.webhooks.remove')}
      meaning={words('resources.webhooks.removeSure')}
      done={words('resources.webhooks.removed')}
      color="error"
      act={async () => {
        await api.DELETE('/v1/loyalty/webhooks/{id}', { params: webhookParams(id) });
        redirect(`/programmes/${placeOf(id).partnerId}/show/webhooks`);
      }}
    />
  );
}
