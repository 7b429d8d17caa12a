/** Holds the whole log against its seals, a part at a time, and tells what does not fit. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useEffect, useRef, useState } from 'react';
import { useFormats } from '../look/formats';
import { Panel } from '../parts/facts';
import { Fault } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';

type Part = Schema<'VerificationAnswer'>;

interface Verified extends Pick<Part, 'findings' | 'seals' | 'rows' | 'archived' | 'root'> {
  isWhole: boolean;
}

const nothing: Verified = { findings: [], seals: 0, rows: 0, archived: 0, root: null, isWhole: false };
/** More is not shown, and nobody needs more to know that something is wrong. */
const findingsMax = 100;

export function Verification() {
  const words = useWords();
  const leave = useRef<AbortController>(undefined);
  const [verified, setVerified] = useState<Verified>();
  const verify = useMutation({
    mutationFn: () => {
      leave.current = new AbortController();
      return verifyAll(leave.current.signal, setVerified);
    },
  });
  useEffect(() => () => leave.current?.abort(), []);
  return (
    <Box sx={{ pt: 2 }}>
      <Panel
        title={words('resources.seals.verification')}
        action={
          <Button size="small" variant="contained" loading={verify.isPending} onClick={() => verify.mutate()}>
            {words('resources.seals.verify')}
          </Button>
        }
      >
        <Typography color="textSecondary">{words('resources.seals.verificationLead')}</Typography>
        <Box aria-live="polite" sx={{ mt: 1, display: 'grid', gap: 1 }}>
          {verify.isPending && <LinearProgress aria-label={words('resources.seals.verification')} />}
          {verify.isError && <Fault error={verify.error} again={() => verify.mutate()} />}
          {verified && <Outcome {...verified} />}
        </Box>
      </Panel>
    </Box>
  );
}

async function verifyAll(signal: AbortSignal, tell: (verified: Verified) => void): Promise<void> {
  let sum = nothing;
  let from: number | null = 1;
  tell(sum);
  while (from !== null) {
    const body: Schema<'VerifyDto'> = { from };
    const part: Part = await told(api.POST('/v1/audit/verify', { body, signal }));
    sum = {
      findings: [...sum.findings, ...part.findings].slice(0, findingsMax),
      seals: sum.seals + part.seals,
      rows: sum.rows + part.rows,
      archived: sum.archived + part.archived,
      root: part.root ?? sum.root,
      isWhole: part.next === null,
    };
    tell(sum);
    from = part.next;
  }
}

function Outcome({ findings, seals, rows, archived, root, isWhole }: Verified) {
  const words = useWords();
  const translate = useTranslate();
  const formats = useFormats();
  const placeOf = (seal: number | null, row: number | null) =>
    words('resources.seals.place', { seal: formats.quantity(seal), row: formats.quantity(row) });
  const count = { seals: formats.quantity(seals), rows: formats.quantity(rows) };
  return (
    <>
      {findings.length > 0 ? (
        <Alert severity="error">{words('resources.seals.broken', count)}</Alert>
      ) : (
        <Alert severity={isWhole ? 'success' : 'info'}>
          {words(isWhole ? 'resources.seals.intact' : 'resources.seals.sofar', count)}
        </Alert>
      )}
      {findings.map(({ kind, seal, row, detail }) => (
        <Typography key={`${kind} ${String(seal)} ${String(row)}`} variant="body2">
          {translate(`resources.seals.findings.${kind}`, { _: kind })} · {placeOf(seal, row)} · {detail}
        </Typography>
      ))}
      {archived > 0 && (
        <Typography variant="body2" color="textSecondary">
          {words('resources.seals.archived', { seals: formats.quantity(archived) })}
        </Typography>
      )}
      {root && (
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {words('resources.seals.root', { seal: String(root.seal), hash: root.hash })}
        </Typography>
      )}
    </>
  );
}
