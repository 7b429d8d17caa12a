/** El registro de auditoría y sus sellos, el correo, el personal. */
import type * as english from '../en/control';

export const audit: typeof english.audit = {
  name: 'Registro de auditoría |||| Registro de auditoría',
  fields: {
    id: 'Número',
    at: 'Cuándo',
    action: 'Qué',
    schema: 'Contexto',
    table: 'Tabla',
    rowId: 'Fila',
    actor: { id: 'Quién', kind: 'Clase de quién' },
    requestId: 'Petición',
    from: 'Desde',
    to: 'Antes de',
  },
  rowsRead: 'Filas leídas: %{rows}',
  asked: 'Lo que se preguntó',
  historyOf: 'Historial de una fila de %{table}',
};

export const seals: typeof english.seals = {
  name: 'Sello |||| Sellos',
  fields: {
    id: 'Id',
    number: 'Número',
    sealedAt: 'Sellado',
    rows: 'Filas',
    fromId: 'Desde la entrada',
    toId: 'Hasta la entrada',
    firstAt: 'Primera escritura',
    lastAt: 'Última escritura',
    hash: 'Huella',
    previousHash: 'Huella anterior',
    to: 'Sellado antes de',
  },
  verification: '¿Sigue el registro como se escribió?',
  verificationLead:
    'Cada sello contiene la huella de sus entradas y la del sello anterior. Todas se calculan de nuevo; no se cambia nada.',
  verify: 'Verificar',
  sofar: 'Nada anormal hasta ahora: %{seals} sellos con %{rows} entradas',
  intact: 'El registro está como se escribió: concuerdan %{seals} sellos con %{rows} entradas',
  broken: 'El registro no está como se escribió. Se han mirado %{seals} sellos con %{rows} entradas',
  archived: 'Sellos cuyas entradas se archivaron y no se han mirado: %{seals}',
  root: 'El sello %{seal} responde de todo lo anterior: %{hash}',
  place: 'Sello %{seal}, entrada %{row}',
  findings: {
    'row-changed': 'Se cambió una entrada',
    'row-removed': 'Se quitó una entrada',
    'row-inserted': 'Se introdujo una entrada',
    'row-moved': 'Se movió una entrada',
    'seal-changed': 'Se cambió un sello',
    'seal-missing': 'Falta un sello',
    'month-missing': 'Falta un mes',
    'root-unknown': 'Un sello que se comunicó no está',
  },
};

export const mail: typeof english.mail = {
  name: 'Correo |||| Correo',
  fields: {
    id: 'Id',
    recipient: 'Para',
    subject: 'Asunto',
    status: 'Estado',
    attempts: 'Intentos',
    lastFailure: 'Último fallo',
    createdAt: 'Escrito',
    endedAt: 'Terminado',
  },
  statuses: {
    waiting: 'En espera',
    sent: 'Enviado',
    captured: 'Capturado',
    refused: 'Rechazado',
    'given-up': 'Abandonado',
  },
  letter: 'Como lo recibiría su destinatario',
  attachments: 'Adjuntos',
};

export const staff: typeof english.staff = {
  name: 'Personal |||| Personal',
  fields: {
    id: 'Id',
    username: 'Usuario',
    password: 'Primera contraseña',
    email: 'Correo',
    fullName: 'Nombre',
    role: 'Función',
    createdAt: 'Desde',
    disabledAt: 'Inhabilitado desde',
    documentNumber: 'Número de documento',
  },
  roles: { staff: 'Personal', admin: 'Administración' },
  roleHint: 'Otra función termina todas sus sesiones de inmediato.',
  disable: 'Inhabilitar',
  disableSure:
    'Todas sus sesiones terminan de inmediato y no podrá entrar hasta que se le habilite de nuevo.',
  disabled: 'La persona está inhabilitada',
  enable: 'Habilitar',
  enableSure: 'Podrá entrar de nuevo.',
  enabled: 'La persona está habilitada',
};

export const deadLetters: typeof english.deadLetters = {
  name: 'Evento no entregado |||| Eventos no entregados',
  fields: {
    id: 'Id',
    diedAt: 'Abandonado',
    type: 'Evento',
    key: 'Sobre',
    consumer: 'Quién no pudo tomarlo',
    reason: 'Por qué',
    failures: 'Veces',
    replayedAt: 'Reenviado',
    replayed: 'Reenviado',
  },
  sendAgain: 'Reenviar',
  sendAgainMeans:
    'El evento va otra vez a quien no pudo tomarlo. Arregle antes la causa: si no, vuelve aquí.',
  sentAgain: 'El evento está reenviado',
};
