/**
 * A form that changes a row and, once that is done, offers to undo it: what was changed gets its old values back, unless somebody else
 * has changed it meanwhile.
 */
import Button from '@mui/material/Button';
import {
  useCloseNotification,
  useDataProvider,
  useNotify,
  useRedirect,
  useRefresh,
  useResourceContext,
  useTranslate,
  type RaRecord,
  type RedirectionSideEffect,
} from 'ra-core';
import { Edit, type EditProps } from 'ra-ui-materialui';
import { undone } from '../server/undoing';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';

interface ChangedProps extends Pick<EditProps, 'aside' | 'sx' | 'children'> {
  /** Where it leads once it is changed. */
  redirect?: RedirectionSideEffect;
}

export function Changed({ redirect: to = 'list', ...edit }: ChangedProps) {
  const notify = useNotify();
  const redirect = useRedirect();
  const resource = useResourceContext() ?? '';
  const onSuccess = (row: RaRecord, { data, previousData }: { data?: unknown; previousData?: unknown }) => {
    notify('ra.notification.updated', {
      messageArgs: { smart_count: 1 },
      // Until something else is clicked: who uses the keyboard has to get there.
      autoHideDuration: null,
      action: <Undo resource={resource} change={{ row, asked: data, before: previousData }} />,
    });
    redirect(to, resource, row.id, row);
  };
  return <Edit mutationMode="pessimistic" mutationOptions={{ onSuccess }} {...edit} />;
}

interface UndoProps {
  resource: string;
  change: { row: RaRecord; asked: unknown; before: unknown };
}

function Undo({ resource, change }: UndoProps) {
  const words = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const close = useCloseNotification();
  const provider = useDataProvider();
  const undo = async () => {
    close();
    try {
      const { id } = change.row;
      const { data: now } = await provider.getOne<RaRecord>(resource, { id });
      await provider.update(resource, { id, data: undone({ ...change, now }), previousData: now });
      notify(words('plaza.undo.done'), { type: 'success' });
      refresh();
    } catch (error) {
      notify(messageOf(error), { type: 'error' });
    }
  };
  return (
    <Button color="inherit" size="small" onClick={() => void undo()}>
      {translate('ra.action.undo')}
    </Button>
  );
}
