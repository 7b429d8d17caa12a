/** The examples of the audit log: somebody raised a price, and the log is asked whether it still says so. */
import { later, page, productId, requestId, staffId } from '../http/story.examples';

const change = {
  ...{ id: 40_117, at: later, action: 'UPDATE', schema: 'catalog', table: 'products', rowId: productId },
  ...{ actor: { kind: 'staff', id: staffId }, actorName: 'Stella Staff', requestId, transactionId: '91344' },
  ...{ old: { price: 2690 }, new: { price: 2990 }, query: null, rows: null },
};
const hash = '9f2c4e'.padEnd(64, '0');
const seal = {
  ...{ number: 1_204, fromId: 40_001, toId: 41_000, rows: 1_000, firstAt: '2026-11-21T09:12:08.411Z' },
  ...{ lastAt: '2026-11-21T09:41:30.002Z', sealedAt: '2026-11-21T09:42:00.118Z' },
  ...{ hash, previousHash: '41d7aa'.padEnd(64, '0') },
};

export const auditBodies: Record<string, unknown> = {
  'audit.verify': { from: 1_200, root: hash },
};

export const auditAnswers: Record<string, unknown> = {
  'audit.list': page(change),
  'audit.ofRow': page(change),
  'audit.listSeals': page(seal),
  'audit.verify': {
    ...{ intact: false, seals: 5, rows: 5_000, archived: 0, root: { seal: seal.number, hash }, next: null },
    findings: [
      {
        ...{ kind: 'row-changed', seal: seal.number, row: change.id },
        detail: 'The row is not the one that was sealed',
      },
    ],
  },
};
