/** What a partner owes its members now, what of it expires when, and from where on the partner wants to be told. */
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
import { Figures } from './figures';
import { decide, useSettings } from './rules/settings';

type Thresholds = Schema<'ThresholdsDto'>;

const sums = ['outstanding', 'available', 'pending', 'held', 'neverExpires'] as const;

export function Liability({ partnerId }: { partnerId: string }) {
  const words = useWords();
  const liability = useQuery({
    queryKey: ['liability', partnerId],
    queryFn: () => told(api.GET('/v1/loyalty/liability', { params: { query: { partnerId } } })),
  });
  const settings = useSettings(partnerId);
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
    await decide(partnerId, { thresholds: { balanceAbove, totalAbove } });
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
