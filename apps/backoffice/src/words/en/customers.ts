/** Customers. */
export const customers = {
  name: 'Customer |||| Customers',
  fields: {
    id: 'Id',
    fullName: 'Name',
    documentNumber: 'Document number',
    email: 'E-mail',
    username: 'Username',
    createdAt: 'Since',
    disabledAt: 'Disabled since',
    role: 'Role',
    document: 'Document number',
    q: 'Search',
  },
  searchHint: 'Name, username, e-mail or part of a document',
  noLogin: 'No login',
  orders: 'Orders',
  claimCode: {
    issue: 'Issue a claim code',
    title: 'Claim code',
    lead: 'The customer registers in the app with their document number and this code. It is shown this once and replaces any code before it.',
    until: 'Good until %{at}',
  },
  disable: 'Disable',
  disableSure:
    'All sessions of this customer end at once, and they cannot sign in until they are enabled again.',
  enable: 'Enable',
  disabled: 'The customer is disabled',
  enabled: 'The customer is enabled',
};
