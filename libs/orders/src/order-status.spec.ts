import { checkStatusTable, firstStatuses, orderTransitions, statusAfter } from './order-status';

describe('The table of order statuses', () => {
  it('leads from status to status by verbs', () => {
    expect(statusAfter('pay', 'awaiting-payment')).toBe('paid');
    expect(statusAfter('fulfil', 'paid')).toBe('fulfilled');
    expect(statusAfter('pay', 'expired')).toBeUndefined();
    expect(statusAfter('cancel', 'paid')).toBeUndefined();
  });

  it('is refused when a status cannot be reached or a verb leads nowhere', () => {
    const { refund, ...rest } = orderTransitions;
    expect(() => checkStatusTable(firstStatuses, rest)).toThrow('nothing leads to refunded');
    const stuck = { ...rest, refund: { ...refund, to: 'paid' as const } };
    expect(() => checkStatusTable(firstStatuses, stuck)).toThrow('refund leads nowhere');
  });
});
