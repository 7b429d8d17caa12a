/** What stands in a place until its content is there, when there is none, and when it could not be had. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';

interface AnswerProps<Data> {
  query: UseQueryResult<Data>;
  /** How high it will be, so that nothing jumps. */
  height?: number;
  isEmpty?: (data: Data) => boolean;
  children: (data: Data) => ReactNode;
}

export function Answer<Data>({ query, height = 80, isEmpty, children }: AnswerProps<Data>) {
  const words = useWords();
  if (query.isPending) return <Skeleton variant="rounded" height={height} />;
  if (query.isError) return <Fault error={query.error} again={() => void query.refetch()} />;
  if (isEmpty?.(query.data)) {
    return <Typography color="textSecondary">{words('plaza.nothingHere')}</Typography>;
  }
  return children(query.data);
}

export function Fault({ error, again }: { error: unknown; again?: () => void }) {
  const words = useWords();
  const action = again && (
    <Button color="inherit" size="small" onClick={again}>
      {words('plaza.tryAgain')}
    </Button>
  );
  return (
    <Alert severity="error" action={action}>
      {messageOf(error)}
    </Alert>
  );
}
