/** Leads to the payment that a row speaks of. */
import Link from '@mui/material/Link';
import { useFieldValue } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import type { FieldProps } from '../look/fields';

/** Where ids made in a row differ. */
const charactersShown = 8;

export function PaymentLink({ source }: FieldProps) {
  const id: unknown = useFieldValue({ source });
  if (typeof id !== 'string') return null;
  return (
    <Link
      component={RouterLink}
      to={`/payments/${id}/show`}
      title={id}
      variant="body2"
      noWrap
      sx={{ fontFamily: 'monospace' }}
      onClick={(event) => event.stopPropagation()}
    >
      …{id.slice(-charactersShown)}
    </Link>
  );
}
