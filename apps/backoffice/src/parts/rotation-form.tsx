/** Asks how long a secret is to stay good beside the one that takes its place. */
import { maxValue, minValue, required } from 'ra-core';
import { NumberInput } from 'ra-ui-materialui';
import { useWords } from '../words/translate';
import { FormDialog } from './form-dialog';

const hourMinutes = 60;
const overlapHoursDefault = 24;
const overlapHoursMax = 168;

interface RotationFormProps {
  rotate: (overlapMinutes: number) => Promise<void>;
  close: () => void;
}

export function RotationForm({ rotate, close }: RotationFormProps) {
  const words = useWords();
  return (
    <FormDialog
      title={words('plaza.secret.rotate')}
      lead={words('plaza.secret.rotateLead')}
      defaultValues={{ overlapHours: overlapHoursDefault }}
      close={close}
      send={async ({ overlapHours }: { overlapHours: number }) => {
        await rotate(Math.round(overlapHours * hourMinutes));
        return undefined;
      }}
    >
      <NumberInput
        source="overlapHours"
        label={words('plaza.secret.overlapHours')}
        validate={[required(), minValue(0), maxValue(overlapHoursMax)]}
        autoFocus
      />
    </FormDialog>
  );
}
