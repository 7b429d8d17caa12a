/** Whom the sale is to: found by document, or nobody that is known. */
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState, type Ref, type SubmitEvent } from 'react';
import { Link } from 'react-router-dom';
import { documentNumber } from '../parts/rules';
import { api, told } from '../server/api';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';
import type { SaleCustomer } from './sale';

interface CustomerFinderProps {
  customer: SaleCustomer | null;
  field: Ref<HTMLInputElement>;
  choose: (customer: SaleCustomer | null) => void;
  /** The customer is found, or there shall be none. */
  done: () => void;
}

export function CustomerFinder({ customer, field, choose, done }: CustomerFinderProps) {
  const words = useWords();
  if (customer === null) return <Search field={field} choose={choose} done={done} />;
  return (
    <Box sx={{ minHeight: 64, display: 'flex', alignItems: 'center', gap: 1 }}>
      <PersonOutlined color="primary" aria-hidden />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography noWrap>{customer.fullName ?? words('resources.counter.nameless')}</Typography>
        <Typography variant="caption" color="textSecondary">
          {customer.document}
        </Typography>
      </Box>
      <IconButton
        size="small"
        aria-label={words('resources.counter.otherCustomer')}
        onClick={() => choose(null)}
      >
        <CloseOutlined fontSize="small" />
      </IconButton>
    </Box>
  );
}

function Search({ field, choose, done }: Omit<CustomerFinderProps, 'customer'>) {
  const words = useWords();
  const [document, setDocument] = useState('');
  const typed = document.trim();
  const search = useMutation({
    mutationFn: customerWith,
    onSuccess: (found) => {
      if (found === null) return;
      choose(found);
      done();
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed === '') done();
    else if (ruleOf(typed) === undefined) search.mutate(typed);
  };
  const isUnknown = search.data === null && search.variables === typed;
  const hint = isUnknown ? 'resources.counter.nobodyHas' : 'resources.counter.documentHint';
  const text = words(ruleOf(typed) ?? hint, { document: typed });
  return (
    <form onSubmit={submit}>
      <TextField
        inputRef={field}
        label={words('resources.counter.document')}
        value={document}
        onChange={({ target }) => setDocument(target.value)}
        error={isUnknown || search.isError}
        helperText={search.isError ? messageOf(search.error) : text}
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 40 } }}
      />
      {isUnknown && (
        <Button component={Link} to="/customers/create" size="small">
          {words('resources.counter.enterCustomer')}
        </Button>
      )}
    </form>
  );
}

const ruleOf = (typed: string) => (typed === '' ? undefined : documentNumber(typed));

async function customerWith(document: string): Promise<SaleCustomer | null> {
  const { items } = await told(
    api.GET('/v1/identity/customers', { params: { query: { document, limit: 1 } } }),
  );
  const [found] = items;
  return found ? { document: found.documentNumber ?? document, fullName: found.fullName } : null;
}
