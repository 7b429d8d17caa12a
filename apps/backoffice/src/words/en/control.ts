/** The audit log and its seals, mail, staff. */
export const audit = {
  name: 'Audit log |||| Audit log',
  fields: {
    id: 'Number',
    at: 'When',
    action: 'What',
    schema: 'Context',
    table: 'Table',
    rowId: 'Row',
    actor: { id: 'Who', kind: 'Kind of who' },
    requestId: 'Request',
    from: 'From',
    to: 'Before',
  },
  rowsRead: 'Rows read: %{rows}',
  asked: 'What was asked',
  historyOf: 'History of a row of %{table}',
};

export const seals = {
  name: 'Seal |||| Seals',
  fields: {
    id: 'Id',
    number: 'Number',
    sealedAt: 'Sealed',
    rows: 'Rows',
    fromId: 'From entry',
    toId: 'To entry',
    firstAt: 'First written',
    lastAt: 'Last written',
    hash: 'Hash',
    previousHash: 'Hash before it',
    to: 'Sealed before',
  },
  verification: 'Does the log still stand as it was written?',
  verificationLead:
    'Every seal holds the hash of its entries and of the seal before it. All of them are computed again; nothing is changed.',
  verify: 'Verify',
  sofar: 'Nothing wrong so far: %{seals} seals with %{rows} entries',
  intact: 'The log is as it was written: %{seals} seals with %{rows} entries fit',
  broken: 'The log is not as it was written. Looked at: %{seals} seals with %{rows} entries',
  archived: 'Seals whose entries were archived and not looked at: %{seals}',
  root: 'Seal %{seal} stands for everything before it: %{hash}',
  place: 'Seal %{seal}, entry %{row}',
  findings: {
    'row-changed': 'An entry was changed',
    'row-removed': 'An entry was removed',
    'row-inserted': 'An entry was put in',
    'row-moved': 'An entry was moved',
    'seal-changed': 'A seal was changed',
    'seal-missing': 'A seal is missing',
    'month-missing': 'A month is missing',
    'root-unknown': 'A seal that was told is not there',
  },
};

export const mail = {
  name: 'Mail |||| Mail',
  fields: {
    id: 'Id',
    recipient: 'To',
    subject: 'Subject',
    status: 'Status',
    attempts: 'Attempts',
    lastFailure: 'Last failure',
    createdAt: 'Written',
    endedAt: 'Ended',
  },
  statuses: {
    waiting: 'Waiting',
    sent: 'Sent',
    captured: 'Captured',
    refused: 'Refused',
    'given-up': 'Given up',
  },
  letter: 'As its recipient would get it',
  attachments: 'Attachments',
};

export const staff = {
  name: 'Staff |||| Staff',
  fields: {
    id: 'Id',
    username: 'Username',
    password: 'First password',
    email: 'E-mail',
    fullName: 'Name',
    role: 'Role',
    createdAt: 'Since',
    disabledAt: 'Disabled since',
    documentNumber: 'Document number',
  },
  roles: { staff: 'Staff', admin: 'Admin' },
  roleHint: 'Another role ends all their sessions at once.',
  disable: 'Disable',
  disableSure: 'All their sessions end at once, and they cannot sign in until they are enabled again.',
  disabled: 'They are disabled',
  enable: 'Enable',
  enableSure: 'They can sign in again.',
  enabled: 'They are enabled',
};

export const deadLetters = {
  name: 'Dead letter |||| Dead letters',
  fields: {
    id: 'Id',
    diedAt: 'Given up',
    type: 'Event',
    key: 'About',
    consumer: 'Who could not take it',
    reason: 'Why',
    failures: 'Times',
    replayedAt: 'Sent again',
    replayed: 'Sent again',
  },
  sendAgain: 'Send again',
  sendAgainMeans:
    'The event goes once more to the one who could not take it. Mend the cause first: otherwise it comes back here.',
  sentAgain: 'The event is sent again',
};
