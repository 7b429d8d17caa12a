/** What a partner owes its members now, what of it expires when, and from where on the partner wants to be told. */
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Schema } from '@plaza/client';
import { useQuery } from '@tanstack/react-query';
import { minValue, required } from 'ra-core';
import { NumberInput } from 'ra-ui-materialui';
import { useFormats } from '../look/formats';
import { Asked } from '../parts/asked';
import { Panel } from '../parts/facts';
import { FormDialog } from '../parts/form-dialog';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';

type Thresholds = Schema<'ThresholdsDto'>;

const sums = ['outstanding', 'available', 'pending', 'held', 'neverExpires'] as const;

export function Liability({ partnerId }: { partnerId: string }) {
  const words = useWords();
  const params = { query: { partnerId } };
  const liability = useQuery({
    queryKey: ['liability', partnerId],
    queryFn: () => told(api.GET('/v1/loyalty/liability', { params })),
  });
  const settings = useQuery({
    queryKey: ['programme-settings', partnerId],
    queryFn: () => told(api.GET('/v1/loyalty/settings', { params })),
  });
  const thresholds = settings.data?.thresholds;
  return (
    <Panel
      title={words('resources.programmes.owed')}
      action={
        thresholds && (
          <Asked label={words('resources.programmes.thresholds')}>
            {(close) => <ThresholdsForm partnerId={partnerId} thresholds={thresholds} close={close} />}
          </Asked>
        )
      }
    >
      <Answer query={liability} height={72}>
        {(owed) => (
          <>
            <Figures figures={sums.map((name) => [words(`resources.programmes.sums.${name}`), owed[name]])} />
            {owed.expiring.length > 0 && <Expiring months={owed.expiring} />}
          </>
        )}
      </Answer>
      {thresholds && <ToldFrom {...thresholds} />}
    </Panel>
  );
}

export function Figures({ figures }: { figures: (readonly [label: string, points: number])[] }) {
  const formats = useFormats();
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))' }}
    >
      {figures.map(([label, points]) => (
        <div key={label}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {label}
          </Typography>
          <Typography component="dd" variant="h5" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            {formats.quantity(points)}
          </Typography>
        </div>
      ))}
    </Box>
  );
}

function Expiring({ months }: { months: Schema<'LiabilityAnswer'>['expiring'] }) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Table size="small" sx={{ mt: 2, maxWidth: 420 }} aria-label={words('resources.programmes.expiring')}>
      <TableBody>
        {months.map(({ month, points }) => (
          <TableRow key={month}>
            <TableCell>{words('resources.programmes.expireIn', { month: formats.month(month) })}</TableCell>
            <TableCell align="right">{formats.quantity(points)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ToldFrom({ balanceAbove, totalAbove }: Thresholds) {
  const words = useWords();
  const formats = useFormats();
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
      {words('resources.programmes.toldFrom', {
        balance: formats.quantity(balanceAbove),
        total: formats.quantity(totalAbove),
      })}
    </Typography>
  );
}

interface ThresholdsFormProps {
  partnerId: string;
  thresholds: Thresholds;
  close: () => void;
}

function ThresholdsForm({ partnerId, thresholds, close }: ThresholdsFormProps) {
  const words = useWords();
  const put = async ({ balanceAbove, totalAbove }: Thresholds) => {
    await told(
      api.PUT('/v1/loyalty/settings', {
        params: { query: { partnerId } },
        body: { thresholds: { balanceAbove, totalAbove } },
      }),
    );
    return words('resources.programmes.thresholdsSet');
  };
  return (
    <FormDialog
      title={words('resources.programmes.thresholds')}
      lead={words('resources.programmes.thresholdsLead')}
      defaultValues={thresholds}
      close={close}
      send={put}
    >
      {(['balanceAbove', 'totalAbove'] as const).map((source) => (
        <NumberInput
          key={source}
          source={source}
          label={words(`resources.programmes.${source}`)}
          validate={[required(), minValue(0)]}
        />
      ))}
    </FormDialog>
  );
}
