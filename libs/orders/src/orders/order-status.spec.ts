import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkStatusTable, firstStatuses, orderTransitions, statusAfter } from './order-status';
import { orderStatusPage } from './order-status-diagram';

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

  it('is drawn in the documentation as it is', () => {
    const page = resolve(__dirname, '../../../../docs/order-status.md');
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, orderStatusPage());
    expect(readFileSync(page, 'utf8')).toBe(orderStatusPage());
  });
});
