/** El informe semanal, sus destinatarios y lo que se envió. */
import type * as english from '../en/reports';

export const reports: typeof english.reports = {
  name: 'Informe semanal |||| Informe semanal',
  title: 'Informe semanal',
  week: 'Semana',
  weekRule: 'Una semana como 2026-W47',
  before: 'La semana anterior',
  after: 'La semana siguiente',
  span: 'Del %{from} al %{to}',
  goesOn: 'Esta semana no ha terminado: las cifras son las de hasta ahora y todavía no se puede enviar.',
  restated: 'Llegaron datos tarde: algo no está como se envió en la edición %{edition} del %{at}.',
  preview: 'Como se envía',
  send: 'Enviar',
  sendTitle: 'Enviar el informe de %{week}',
  sendLead: 'Quien ya tiene esta edición no la recibe de nuevo.',
  recipients: 'Destinatarios',
  recipientsHint: 'Si no se elige a nadie, todos',
  sent: 'Enviado a %{delivered}; %{already} ya lo tenían',
  sentOf: 'Lo que se envió de %{week}',
};

export const recipients: typeof english.recipients = {
  name: 'Destinatario |||| Destinatarios',
  fields: {
    id: 'Id',
    address: 'Correo',
    language: 'Idioma',
    attachments: 'Adjuntos',
    createdAt: 'Desde',
  },
  languages: { en: 'Inglés', es: 'Español', uk: 'Ucraniano' },
};

export const reportDeliveries: typeof english.reportDeliveries = {
  name: 'Informe enviado |||| Informes enviados',
  fields: {
    id: 'Id',
    week: 'Semana',
    edition: 'Edición',
    recipientId: 'Destinatario',
    address: 'Correo',
    language: 'Idioma',
    deliveredAt: 'Enviado',
    mail: 'Correo',
  },
};
