/** What the screening service said about a payment, as far as it was asked. */
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useQuery } from '@tanstack/react-query';
import { RecordContextProvider, ResourceContextProvider } from 'ra-core';
import { TextField } from 'ra-ui-materialui';
import { InstantField, QuantityField, StatusField } from '../look/fields';
import { Facts, Panel } from '../parts/facts';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { Refusal } from '../server/problem';
import { useWords } from '../words/translate';

type Screening = Schema<'ScreeningAnswer'>;

export function ScreeningPanel({ paymentId }: { paymentId: string }) {
  const words = useWords();
  const screening = useQuery({ queryKey: ['screening', paymentId], queryFn: () => screeningOf(paymentId) });
  return (
    <Panel title={words('resources.screenings.title')}>
      <Answer query={screening}>
        {(known) =>
          known === null ? (
            <Typography color="textSecondary">{words('resources.screenings.none')}</Typography>
          ) : (
            <Known screening={known} />
          )
        }
      </Answer>
    </Panel>
  );
}

function Known({ screening }: { screening: Screening }) {
  return (
    <ResourceContextProvider value="screenings">
      <RecordContextProvider value={{ id: screening.paymentId, ...screening }}>
        <Facts>
          <StatusField source="verdict" words="resources.screenings.verdicts" />
          <TextField source="risk" emptyText="–" />
          <TextField source="riskMax" />
          <TextField source="fault" emptyText="–" />
          <InstantField source="askedAt" />
          <QuantityField source="tookMs" />
          <TextField source="httpStatus" emptyText="–" />
        </Facts>
        {screening.answer !== null && <AsItCame answer={screening.answer} />}
      </RecordContextProvider>
    </ResourceContextProvider>
  );
}

function AsItCame({ answer }: { answer: string }) {
  return (
    <Box
      component="pre"
      sx={{
        ...{ m: 0, mt: 2, p: 1.5, borderRadius: 1, bgcolor: 'background.default' },
        ...{ fontSize: '0.8rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
      }}
    >
      {answer}
    </Box>
  );
}

/** Not every payment is screened. */
async function screeningOf(id: string): Promise<Screening | null> {
  try {
    return await told(api.GET('/v1/payments/{id}/screening', { params: { path: { id } } }));
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null;
    throw error;
  }
}
