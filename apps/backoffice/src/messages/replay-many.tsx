/** Takes messages again by their outcome: first only to see what would become of them, then for good, a thousand at once. */
import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Schema } from '@plaza/client';
import { useMutation } from '@tanstack/react-query';
import { useRefresh, useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { Asked } from '../parts/asked';
import { Fault } from '../parts/states';
import { paymentTypes } from '../payments/collection';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { ReplayOutcome } from './replay-outcome';

type Replay = Schema<'ReplayDto'>;
type Outcome = NonNullable<Replay['outcome']>;

const replayable: readonly Outcome[] = ['rejected', 'parked', 'conflicting', 'open'];

export function ReplayMany() {
  const words = useWords();
  return (
    <Asked label={words('resources.messages.replayMany')} icon={<ReplayOutlined />}>
      {(close) => <ReplayDialog close={close} />}
    </Asked>
  );
}

function ReplayDialog({ close }: { close: () => void }) {
  const words = useWords();
  const translate = useTranslate();
  const title = useId();
  const { wish, choose, ask } = useReplaying();
  const answer = ask.data;
  return (
    <Dialog open onClose={close} aria-labelledby={title} fullWidth maxWidth="md">
      <DialogTitle id={title}>{words('resources.messages.replayMany')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>{words('resources.messages.replayLead')}</DialogContentText>
        <Choices wish={wish} choose={choose} />
        {ask.isError && <Fault error={ask.error} />}
        {answer && <ReplayOutcome answer={answer} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{translate('ra.action.close')}</Button>
        {answer?.more === true && answer.next !== null && (
          <Button
            loading={ask.isPending}
            onClick={() => ask.mutate({ dryRun: answer.dryRun, after: answer.next })}
          >
            {words('resources.messages.goOn')}
          </Button>
        )}
        <Button loading={ask.isPending} onClick={() => ask.mutate({ dryRun: true })}>
          {words('resources.messages.tryIt')}
        </Button>
        <Button
          variant="contained"
          disabled={answer?.dryRun !== true || answer.changed === 0}
          loading={ask.isPending}
          onClick={() => ask.mutate({ dryRun: false })}
        >
          {words('resources.messages.replay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface Step {
  dryRun: boolean;
  after?: string | null;
}

/** What is tried first is what is done then: whoever wishes something else tries again. */
function useReplaying() {
  const refresh = useRefresh();
  const [wish, setWish] = useState<Pick<Replay, 'outcome' | 'topic'>>({ outcome: 'rejected' });
  const ask = useMutation({
    mutationFn: ({ dryRun, after }: Step) =>
      told(api.POST('/v1/payments/replay', { body: { ...wish, dryRun, ...(after && { after }) } })),
    onSuccess: ({ dryRun }) => {
      if (!dryRun) refresh();
    },
  });
  const choose = (chosen: typeof wish) => {
    setWish(chosen);
    ask.reset();
  };
  return { wish, choose, ask };
}

interface ChoicesProps {
  wish: Pick<Replay, 'outcome' | 'topic'>;
  choose: (wish: ChoicesProps['wish']) => void;
}

function Choices({ wish, choose }: ChoicesProps) {
  const words = useWords();
  const both = 'both';
  const { outcome = 'rejected', topic } = wish;
  return (
    <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: '1fr 1fr' }, mb: 2 }}>
      <TextField
        select
        label={words('resources.messages.fields.outcome')}
        value={outcome}
        onChange={({ target }) => {
          const chosen = replayable.find((each) => each === target.value);
          if (chosen) choose({ ...wish, outcome: chosen });
        }}
      >
        {replayable.map((each) => (
          <MenuItem key={each} value={each}>
            {words(`home.messages.${each}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={words('resources.messages.fields.topic')}
        value={topic ?? both}
        onChange={({ target }) => {
          const chosen = paymentTypes.find((each) => each === target.value);
          choose({ outcome, ...(chosen && { topic: chosen }) });
        }}
      >
        <MenuItem value={both}>{words('plaza.all')}</MenuItem>
        {paymentTypes.map((each) => (
          <MenuItem key={each} value={each}>
            {words(`resources.payments.types.${each}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
}
