/** A webhook is told where and of what it is called: when it is added, and whenever that changes. */
import type { Schema } from '@plaza/client';
import { maxLength, required } from 'ra-core';
import { SelectArrayInput, TextInput } from 'ra-ui-materialui';
import { Asked } from '../../parts/asked';
import { FormDialog } from '../../parts/form-dialog';
import { choicesOf } from '../../parts/inputs';
import { reasonCharactersMax } from '../../parts/rules';
import { api, told } from '../../server/api';
import { useWords } from '../../words/translate';
import { eventTypes, webhookParams } from '../collection';

type Told = Schema<'NewWebhookDto'>;

interface NewWebhookFormProps {
  partnerId: string;
  tellSecret: (secret: string) => void;
  close: () => void;
}

export function NewWebhookForm({ partnerId, tellSecret, close }: NewWebhookFormProps) {
  const words = useWords();
  const add = async ({ url, description, eventTypes: chosen }: Told) => {
    const body = { url, ...(description && { description }), ...(chosen?.length && { eventTypes: chosen }) };
    const { secret } = await told(
      api.POST('/v1/loyalty/webhooks', { params: { query: { partnerId } }, body }),
    );
    tellSecret(secret);
    return undefined;
  };
  return (
    <FormDialog
      title={words('resources.webhooks.add')}
      lead={words('resources.webhooks.addLead')}
      close={close}
      send={add}
    >
      <WebhookInputs />
    </FormDialog>
  );
}

type Webhook = Schema<'WebhookAnswer'>;

export function ChangeWebhook({
  webhook: { id, url, description, eventTypes: chosen },
}: {
  webhook: Webhook;
}) {
  const words = useWords();
  const change = async (said: Told) => {
    await told(
      api.PATCH('/v1/loyalty/webhooks/{id}', {
        params: webhookParams(id),
        body: {
          url: said.url,
          description: said.description ?? null,
          eventTypes: said.eventTypes?.length ? said.eventTypes : null,
        },
      }),
    );
    return words('resources.webhooks.changed');
  };
  return (
    <Asked label={words('resources.webhooks.change')}>
      {(close) => (
        <FormDialog
          title={words('resources.webhooks.change')}
          lead={words('resources.webhooks.changeLead')}
          defaultValues={{ url, description, eventTypes: chosen ?? [] }}
          close={close}
          send={change}
        >
          <WebhookInputs />
        </FormDialog>
      )}
    </Asked>
  );
}

function WebhookInputs() {
  const words = useWords();
  return (
    <>
      <TextInput source="url" type="url" label="URL" validate={required()} autoFocus />
      <TextInput
        source="description"
        label={words('resources.webhooks.fields.description')}
        validate={maxLength(reasonCharactersMax)}
      />
      <SelectArrayInput
        source="eventTypes"
        label={words('resources.webhooks.fields.eventTypes')}
        helperText={words('resources.webhooks.allTypes')}
        choices={choicesOf(eventTypes, 'resources.webhooks.types')}
      />
    </>
  );
}
