/** Which customer of the shop a member is: said by staff, who have seen the person, and taken back by them. */
import { required } from 'ra-core';
import { Asked } from '../parts/asked';
import { FormDialog } from '../parts/form-dialog';
import { ReferenceChoice } from '../parts/inputs';
import { RowAction } from '../parts/row-action';
import { firstText } from '../screen';
import { api, told } from '../server/api';
import { useWords } from '../words/translate';
import type { Place } from './collection';

interface MemberCustomerProps {
  of: Place;
  isCustomer: boolean;
}

export function MemberCustomer({ of, isCustomer }: MemberCustomerProps) {
  return isCustomer ? <Unlink of={of} /> : <Link of={of} />;
}

const paramsOf = ({ partnerId, name: externalId }: Place) => ({
  path: { externalId },
  query: { partnerId },
});

function Link({ of }: { of: Place }) {
  const words = useWords();
  const link = async ({ customerId }: { customerId: string }) => {
    await told(
      api.PUT('/v1/loyalty/members/{externalId}/customer', { params: paramsOf(of), body: { customerId } }),
    );
    return words('resources.members.linked');
  };
  return (
    <Asked label={words('resources.members.link')}>
      {(close) => (
        <FormDialog
          title={words('resources.members.link')}
          lead={words('resources.members.linkMeans')}
          close={close}
          send={link}
        >
          <ReferenceChoice
            source="customerId"
            reference="customers"
            search="q"
            textOf={nameOf}
            label={words('resources.members.customer')}
            validate={required()}
          />
        </FormDialog>
      )}
    </Asked>
  );
}

const nameOf = ({ fullName, documentNumber, username }: Record<string, unknown>) =>
  `${firstText(fullName, username)} · ${firstText(documentNumber)}`;

function Unlink({ of }: { of: Place }) {
  const words = useWords();
  return (
    <RowAction
      label={words('resources.members.unlink')}
      meaning={words('resources.members.unlinkMeans')}
      done={words('resources.members.unlinked')}
      color="error"
      act={() => told(api.DELETE('/v1/loyalty/members/{externalId}/customer', { params: paramsOf(of) }))}
    />
  );
}
