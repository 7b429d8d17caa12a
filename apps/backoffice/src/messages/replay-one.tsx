/** Takes one message again, after saying what would become of it. */
import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { Asked } from '../parts/asked';
import { useAct } from '../parts/row-action';
import { Answer, Fault } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { Became } from './became';
import { placeText, type Place } from './collection';

export function ReplayOne({ place }: { place: Place }) {
  const words = useWords();
  return (
    <Asked label={words('resources.messages.replay')} icon={<ReplayOutlined />}>
      {(close) => <Question place={place} close={close} />}
    </Asked>
  );
}

function Question({ place, close }: { place: Place; close: () => void }) {
  const words = useWords();
  const translate = useTranslate();
  const title = useId();
  const { waiting, fault, run } = useAct(words('resources.messages.replayed'), close);
  const trial = useQuery({
    queryKey: ['replay-trial', placeText(place)],
    queryFn: () => replay(place, true),
    gcTime: 0,
  });
  return (
    <Dialog open onClose={close} aria-labelledby={title} fullWidth maxWidth="sm">
      <DialogTitle id={title}>
        {words('resources.messages.replayOf', { place: placeText(place) })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1.5 }}>{words('resources.messages.wouldBecome')}</DialogContentText>
        <Answer query={trial} height={56}>
          {(told) => (
            <Box sx={{ display: 'grid', gap: 1 }}>
              <Became {...told} />
              {told.reason}
            </Box>
          )}
        </Answer>
        {fault !== undefined && <Fault error={fault} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={!trial.isSuccess}
          loading={waiting}
          onClick={() => run(() => replay(place, false))}
        >
          {words('resources.messages.replay')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function replay({ topic, partition, offset }: Place, dryRun: boolean) {
  return told(
    api.POST('/v1/payments/messages/{topic}/{partition}/{offset}/replay', {
      params: { path: { topic, partition, offset }, query: { dryRun } },
    }),
  );
}
