/** The weekly report, its recipients, and what was sent. */
export const reports = {
  name: 'Weekly report |||| Weekly report',
  title: 'Weekly report',
  week: 'Week',
  weekRule: 'A week such as 2026-W47',
  before: 'The week before',
  after: 'The week after',
  span: '%{from} to %{to}',
  goesOn: 'This week is not over: the figures are those until now, and it cannot be sent yet.',
  restated: 'Data came late: something is not as it was sent in edition %{edition} of %{at}.',
  preview: 'As it is mailed',
  send: 'Send',
  sendTitle: 'Send the report of %{week}',
  sendLead: 'Whoever has this edition already does not get it again.',
  recipients: 'Recipients',
  recipientsHint: 'Nobody chosen means everybody',
  sent: 'Sent to %{delivered}; %{already} had it already',
  sentOf: 'What was sent of %{week}',
};

export const recipients = {
  name: 'Recipient |||| Recipients',
  fields: {
    id: 'Id',
    address: 'E-mail',
    language: 'Language',
    attachments: 'Attached',
    createdAt: 'Since',
  },
  languages: { en: 'English', es: 'Spanish', uk: 'Ukrainian' },
};

export const reportDeliveries = {
  name: 'Report sent |||| Reports sent',
  fields: {
    id: 'Id',
    week: 'Week',
    edition: 'Edition',
    recipientId: 'Recipient',
    address: 'E-mail',
    language: 'Language',
    deliveredAt: 'Sent',
    mail: 'Mail',
  },
};
