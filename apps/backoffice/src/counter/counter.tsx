/** Selling at the counter, from the first key to the printed invoice: Enter leads on, from the customer to the products to the payment. */
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Schema } from '@plaza/client';
import { useQuery } from '@tanstack/react-query';
import { Title } from 'ra-ui-materialui';
import { useEffect, useRef, type RefObject } from 'react';
import { Panel } from '../parts/facts';
import { Answer } from '../parts/states';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import { CustomerFinder } from './customer-finder';
import { changeDraft, useKeptSales } from './kept-sales';
import { Payment } from './payment';
import { ProductFinder } from './product-finder';
import type { FoundProduct } from './product-search';
import { atBranch, withCustomer, withMore, type Sale, type SaleLine } from './sale';
import { SaleLines } from './sale-lines';
import { useSelling } from './selling';
import { Sold } from './sold';
import { Unanswered } from './unanswered';

type Branch = Schema<'BranchAnswer'>;

const branchesMax = 100;
/** Not a place where anybody stands. */
const onlineCode = 'online';

export default function Counter() {
  const words = useWords();
  const branches = useQuery({
    queryKey: ['counter-branches'],
    queryFn: () => told(api.GET('/v1/catalog/branches', { params: { query: { limit: branchesMax } } })),
  });
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={words('resources.counter.title')} />
      <Answer query={branches} height={320} isEmpty={({ items }) => items.length === 0}>
        {({ items }) => <AtCounter branches={items} />}
      </Answer>
    </Box>
  );
}

function AtCounter({ branches }: { branches: Branch[] }) {
  const { draft } = useKeptSales();
  const branchId = branchOf(draft, branches);
  const { sold, paying, sending, sell, sendAgain, next } = useSelling(branchId);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {!sending && <Unanswered sendAgain={sendAgain} />}
      {sold ? (
        <Sold order={sold} next={next} />
      ) : (
        <SaleForm
          sale={paying ?? draft}
          branches={branches}
          branchId={branchId}
          paying={paying !== undefined}
          pay={sell}
        />
      )}
    </Box>
  );
}

interface SaleFormProps {
  sale: Sale;
  branches: Branch[];
  branchId: string;
  paying: boolean;
  pay: () => void;
}

function SaleForm({ sale, branches, branchId, paying, pay }: SaleFormProps) {
  const [customer, products, given] = [useField(), useField(), useField()];
  const begin = sale.customer === null ? customer : products;
  const first = useRef(begin);
  useEffect(() => {
    first.current = begin;
  });
  useEffect(() => focusOn(first.current), [sale.id]);
  const add = (product: FoundProduct, quantity: number) =>
    changeDraft((draft) => withMore(atBranch(draft, branchId), lineOf(product, quantity)));
  return (
    <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: columns }}>
      <Panel>
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '2fr 3fr' } }}>
          <CustomerFinder
            customer={sale.customer}
            field={customer}
            choose={(found) => changeDraft((draft) => withCustomer(draft, found))}
            done={() => focusOn(products)}
          />
          <ProductFinder branchId={branchId} field={products} add={add} done={() => focusOn(given)} />
        </Box>
        <SaleLines lines={sale.lines} />
      </Panel>
      <Panel>
        <BranchChoice branches={branches} branchId={branchId} />
        <Payment sale={sale} paying={paying} field={given} pay={pay} />
      </Panel>
    </Box>
  );
}

const columns = { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' };

function BranchChoice({ branches, branchId }: { branches: Branch[]; branchId: string }) {
  const words = useWords();
  return (
    <TextField
      select
      label={words('resources.orders.fields.branchId')}
      value={branchId}
      onChange={({ target }) => changeDraft((draft) => atBranch(draft, target.value))}
    >
      {branches.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

const useField = () => useRef<HTMLInputElement>(null);
const focusOn = ({ current }: RefObject<HTMLInputElement | null>) => current?.focus();

/** What was chosen, or the first one with a door. */
function branchOf({ branchId }: Sale, branches: Branch[]): string {
  const chosen = branches.find(({ id }) => id === branchId);
  return (chosen ?? branches.find(({ code }) => code !== onlineCode) ?? branches[0])?.id ?? '';
}

function lineOf({ id: productId, price: unitPrice, ...product }: FoundProduct, quantity: number): SaleLine {
  const { sku, name, currency, available } = product;
  return { productId, sku, name, unitPrice, currency, quantity, available };
}
