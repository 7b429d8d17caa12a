/**
 * Every list that the back office shows of a table that grows, with each filter and in each order that its screen offers. What is chosen from
 * is asked for by what nearly all rows have and by what hardly any has, or none. `$name` stands for an id that the test knows.
 */
interface ShownList {
  path: string;
  /** The way in which it is sorted when it is opened comes first. */
  sorts: string[];
  filters: string[];
  /** Of one table, for each row that is shown; as most lists unless given. */
  readPerRowMax?: number;
}

const pageRows = 25;
/** The tables have eight hundred rows for each of a page. */
const readPerRowMaxDefault = 10;

const times = 'from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';
const byTime = (field: string) => [`-${field}`, field];

const shown: ShownList[] = [
  {
    path: '/v1/orders',
    sorts: byTime('createdAt'),
    filters: [
      ...['document=DOC-5', 'status=paid', 'status=refunded', 'branch=branch-1', 'branch=branch-2'],
      ...['customerId=$customer', times],
    ],
  },
  {
    path: '/v1/identity/customers',
    sorts: byTime('createdAt'),
    filters: ['q=person', 'q=person-77', 'q=nobody', 'document=DOC-5'],
  },
  {
    path: '/v1/catalog/products',
    sorts: ['name', 'price', '-price', 'newest'],
    filters: [
      ...[
        'q=lamp',
        'q=c4ca42',
        'q=nothing',
        'category=category-7',
        'branch=branch-1',
        'branch=branch-5&inStock=true',
      ],
      ...['inStock=true', 'inStock=false'],
    ],
  },
  {
    path: '/v1/catalog/stock/movements',
    sorts: byTime('at'),
    filters: [
      ...['productId=$product', 'branchId=$branch', 'branchId=$emptyBranch'],
      ...['cause=sale', 'cause=adjustment', 'cause=transfer', times],
    ],
  },
  {
    path: '/v1/payments',
    sorts: byTime('createdAt'),
    filters: [
      ...['status=captured', 'status=declined', 'status=review', 'status=parked', 'status=pending'],
      ...['type=online', 'type=offline', 'account=5', 'account=15000', times],
    ],
  },
  {
    path: '/v1/payments/messages',
    sorts: byTime('offset'),
    filters: ['outcome=stored', 'outcome=declined', 'outcome=conflicting', 'topic=online', 'topic=offline'],
  },
  { path: '/v1/dead-letters', sorts: byTime('diedAt'), filters: ['replayed=true', 'replayed=false'] },
  { path: '/v1/payments/reviews', sorts: byTime('beganAt'), filters: ['pending=true', 'pending=false'] },
  {
    path: '/v1/payments/errors',
    sorts: byTime('createdAt'),
    filters: ['status=delivered', 'status=waiting', 'status=in-doubt', 'status=refused'],
  },
  {
    path: '/v1/transfers',
    sorts: byTime('notedAt'),
    filters: ['status=written-back', 'status=elsewhere', 'status=failed'],
  },
  {
    path: '/v1/loyalty/members?partnerId=$partner',
    sorts: byTime('joinedAt'),
    filters: ['q=Person', 'q=Person 77', 'q=nobody'],
  },
  {
    path: '/v1/loyalty/members/member-7/entries?partnerId=$partner',
    sorts: byTime('at'),
    filters: ['category=accrual', 'category=redemption', times],
  },
  {
    path: '/v1/loyalty/webhooks/$webhook/deliveries?partnerId=$partner',
    sorts: [],
    filters: ['status=failed', 'status=delivered', 'eventId=5'],
  },
  {
    path: '/v1/audit',
    sorts: [],
    // The newest of every table that was read or changed are put together.
    readPerRowMax: 50,
    filters: [
      ...['schema=orders', 'schema=identity', 'schema=loyalty&table=programmes'],
      ...['schema=orders&table=order_lines', 'schema=orders&table=carts', 'rowId=$order'],
      ...['action=UPDATE', 'action=SELECT', 'actor=$customer', times],
    ],
  },
  { path: '/v1/audit/seals', sorts: [], filters: ['to=2100-01-01T00:00:00Z'] },
  { path: '/v1/reports/deliveries', sorts: byTime('deliveredAt'), filters: ['week=2025-W01'] },
  {
    path: '/v1/reports/reconciliation',
    sorts: byTime('foundAt'),
    filters: ['status=open', 'status=gone', 'kind=paid-stock-not-used', 'kind=paid-without-capture'],
  },
  { path: '/v1/mail', sorts: byTime('createdAt'), filters: ['status=sent', 'status=waiting'] },
  { path: '/v1/identity/staff', sorts: byTime('createdAt'), filters: [] },
];

const limit = `limit=${pageRows}`;

export const backOfficeLists = shown.flatMap(
  ({ path, sorts, filters, readPerRowMax = readPerRowMaxDefault }) => {
    const joined = (query: string) => `${path}${path.includes('?') ? '&' : '?'}${query}`;
    const [first] = sorts;
    const sorted = first === undefined ? [''] : [`&sort=${first}`];
    return [
      ...(sorts.length === 0 ? [limit] : sorts.map((sort) => `${limit}&sort=${sort}`)),
      ...filters.flatMap((filter) => sorted.map((sort) => `${limit}${sort}&${filter}`)),
    ].map((query) => ({ list: joined(query), readPerPageMax: (pageRows + 1) * readPerRowMax }));
  },
);
