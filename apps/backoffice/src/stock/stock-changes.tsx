/**
 * Stock in the hands of staff: corrected, or taken to another branch. What is sent has a key of its own for as long as its dialog is
 * open, so that sending it again after a lost answer changes nothing twice.
 */
import type { Schema } from '@plaza/client';
import { maxLength, minValue, required } from 'ra-core';
import { NumberInput, TextInput } from 'ra-ui-materialui';
import type { ReactNode } from 'react';
import { useFormats } from '../look/formats';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { ReferenceChoice } from '../parts/inputs';
import { reasonCharactersMax } from '../parts/rules';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';

type Adjustment = Schema<'StockAdjustmentDto'>;
type Transfer = Schema<'StockTransferDto'>;

/** @param productId the product whose details are shown; chosen in the dialog where there is none */
export function StockChanges({ productId }: { productId?: string }) {
  const words = useWords();
  const given = { ...(productId !== undefined && { productId }) };
  return (
    <span>
      <Asked label={words('resources.movements.adjust')}>
        {(close) => <AdjustmentDialog {...given} close={close} />}
      </Asked>
      <Asked label={words('resources.movements.transfer')}>
        {(close) => <TransferDialog {...given} close={close} />}
      </Asked>
    </span>
  );
}

interface GivenProps {
  productId?: string;
  close: () => void;
}

function AdjustmentDialog({ productId, close }: GivenProps) {
  const words = useWords();
  const formats = useFormats();
  const adjust = async (body: Adjustment, key: string) => {
    const { onHand } = await told(
      api.POST('/v1/catalog/stock/adjustments', { body, headers: { 'idempotency-key': key } }),
    );
    return words('resources.movements.adjusted', { onHand: formats.quantity(onHand) });
  };
  return (
    <ChangeDialog
      title={words('resources.movements.adjust')}
      lead={words('resources.movements.adjustLead')}
      productId={productId}
      close={close}
      send={adjust}
    >
      <Branch source="branchId" />
      <NumberInput source="delta" label={words('resources.movements.delta')} validate={required()} />
    </ChangeDialog>
  );
}

function TransferDialog({ productId, close }: GivenProps) {
  const words = useWords();
  const formats = useFormats();
  const transfer = async (body: Transfer, key: string) => {
    await told(api.POST('/v1/catalog/stock/transfers', { body, headers: { 'idempotency-key': key } }));
    return words('resources.movements.transferred', { quantity: formats.quantity(body.quantity) });
  };
  return (
    <ChangeDialog
      title={words('resources.movements.transfer')}
      productId={productId}
      close={close}
      send={transfer}
    >
      <Branch source="fromBranchId" label={words('resources.movements.from')} />
      <Branch source="toBranchId" label={words('resources.movements.to')} />
      <NumberInput
        source="quantity"
        label={words('resources.movements.quantity')}
        validate={[required(), minValue(1)]}
      />
    </ChangeDialog>
  );
}

function Branch({ source, label }: { source: string; label?: string }) {
  return (
    <ReferenceChoice
      source={source}
      reference="branches"
      textOf={({ name }) => String(name)}
      validate={required()}
      {...(label !== undefined && { label })}
    />
  );
}

interface ChangeDialogProps<Change> {
  title: string;
  lead?: string;
  productId: string | undefined;
  close: () => void;
  /** @returns what is said when it is done */
  send: (change: Change, key: string) => Promise<string>;
  children: ReactNode;
}

function ChangeDialog<Change>({ productId, children, ...dialog }: ChangeDialogProps<Change>) {
  return (
    <FormDialog {...dialog} defaultValues={productId === undefined ? {} : { productId }}>
      {productId === undefined && <Product />}
      {children}
      <Reason />
    </FormDialog>
  );
}

function Product() {
  return (
    <ReferenceChoice
      source="productId"
      reference="products"
      search="q"
      textOf={({ name, sku }) => `${String(name)} · ${String(sku)}`}
      validate={required()}
    />
  );
}

function Reason() {
  const words = useWords();
  return (
    <TextInput
      source="reason"
      label={words('plaza.reason')}
      validate={[required(), maxLength(reasonCharactersMax)]}
    />
  );
}
