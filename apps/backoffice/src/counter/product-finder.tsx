/**
 * One field to add products by: what is typed is searched for, the arrows choose, Enter adds. Whoever types faster than the answers
 * come, as a scanner does, gets what fits when they are there.
 */
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useDeferredValue, useState, type HTMLAttributes, type Ref, type SyntheticEvent } from 'react';
import { useFormats } from '../look/formats';
import { messageOf } from '../server/problem';
import { useWords } from '../words/translate';
import { findProducts, meantBy, searchCharactersMax, wantedIn, type FoundProduct } from './product-search';

interface ProductFinderProps {
  branchId: string;
  field: Ref<HTMLInputElement>;
  add: (product: FoundProduct, quantity: number) => void;
  /** Enter, with nothing typed. */
  done: () => void;
}

export function ProductFinder({ branchId, field, add, done }: ProductFinderProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const { found, isCurrent, isSearching } = useFound(typed, branchId);
  const addMeant = useAddMeant(branchId, add);
  const take = (product: FoundProduct) => add(product, wantedIn(typed).quantity);
  const choose = (event: SyntheticEvent, chosen: FoundProduct | string | null) => {
    if (chosen === null) return;
    const isLookedAt = isCurrent || event.type === 'click';
    if (typeof chosen !== 'string' && isLookedAt) take(chosen);
    else void addMeant(typed);
    setTyped('');
  };
  return (
    <Autocomplete<FoundProduct, false, false, true>
      freeSolo
      autoHighlight
      value={null}
      inputValue={typed}
      options={found}
      loading={isSearching}
      filterOptions={(products) => products}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.name)}
      onInputChange={(_event, text, reason) => {
        if (reason === 'input' || reason === 'clear') setTyped(text);
      }}
      onChange={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || typed.trim() !== '') return;
        // The key is spent: where it leads to, it would submit.
        event.preventDefault();
        done();
      }}
      slotProps={{ paper: { sx: { border: 1, borderColor: 'divider', boxShadow: 3 } } }}
      renderOption={({ key, ...props }, product) => <Found key={key} product={product} {...props} />}
      renderInput={(params) => (
        <TextField
          {...params}
          inputRef={field}
          label={words('resources.counter.product')}
          helperText={words('resources.counter.productHint')}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, maxLength: searchCharactersMax },
          }}
        />
      )}
    />
  );
}

/** @returns `isCurrent`: it is what was typed last that was found */
function useFound(typed: string, branchId: string) {
  const { text } = wantedIn(useDeferredValue(typed));
  const search = useQuery({
    queryKey: ['counter-products', branchId, text],
    queryFn: async ({ signal }) => ({ text, products: await findProducts(text, branchId, signal) }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isCurrent = search.data?.text === wantedIn(typed).text && !search.isPlaceholderData;
  return {
    found: typed.trim() === '' ? [] : (search.data?.products ?? []),
    isCurrent,
    isSearching: search.isFetching,
  };
}

function useAddMeant(branchId: string, add: ProductFinderProps['add']) {
  const words = useWords();
  const notify = useNotify();
  return async (typed: string) => {
    const { text, quantity } = wantedIn(typed);
    try {
      const product = meantBy(text, await findProducts(text, branchId));
      if (product) add(product, quantity);
      else notify(words('resources.counter.nothingCalled', { text }), { type: 'warning' });
    } catch (error) {
      notify(messageOf(error), { type: 'error' });
    }
  };
}

function Found({ product, ...props }: { product: FoundProduct } & HTMLAttributes<HTMLLIElement>) {
  const words = useWords();
  const formats = useFormats();
  const { name, sku, price, currency, available } = product;
  return (
    <Box component="li" {...props}>
      <Box sx={{ display: 'flex', width: '100%', gap: 2, alignItems: 'baseline' }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2">{name}</Typography>
          <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {sku}
          </Typography>
        </Box>
        <Typography
          variant="body2"
          noWrap
          color={available > 0 ? 'success' : 'error'}
          sx={{ fontVariantNumeric: 'tabular-nums' }}
        >
          {words('resources.counter.inStock', { count: formats.quantity(available) })}
        </Typography>
        <Typography
          variant="body2"
          noWrap
          sx={{ minWidth: 80, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
        >
          {formats.money(price, currency)}
        </Typography>
      </Box>
    </Box>
  );
}
