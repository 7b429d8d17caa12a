/** Los pagos, y todo lo que se sabe del flujo por el que llegan. */
import type * as english from '../en/payments';

const payment = 'Pago';
const attempts = 'Intentos';
const reason = 'Motivo';

export const payments: typeof english.payments = {
  name: 'Pago |||| Pagos',
  fields: {
    id: 'Id',
    status: 'Estado',
    type: 'Tipo',
    account: 'Cuenta',
    accountId: 'Cuenta',
    amount: 'Importe',
    currency: 'Moneda',
    orderId: 'Pedido',
    cardLast4: 'Tarjeta terminada en',
    attempts: 'Veces consultado',
    createdAt: 'Recibido',
    capturedAt: 'Capturado',
    settledAt: 'Resuelto',
    nextAttemptAt: 'Próxima consulta',
    givenBack: 'Devuelto',
    from: 'Desde',
    to: 'Antes de',
  },
  types: { online: 'En línea', offline: 'Sin conexión' },
  askings: 'Lo que respondió la pasarela',
  neverAsked: 'Nunca se consultó a la pasarela.',
  askedAt: 'Consultada',
  outcome: 'Respuesta',
  httpStatus: 'Estado HTTP',
  tookMs: 'Milisegundos',
  attemptOutcomes: { approved: 'Aprobado', refused: 'Rechazado', unknown: 'Sin respuesta clara' },
};

export const screenings: typeof english.screenings = {
  title: 'Análisis de riesgo',
  none: 'No se analizó.',
  fields: {
    verdict: 'Veredicto',
    risk: 'Riesgo',
    riskMax: 'Riesgo permitido',
    fault: 'Por qué no hay riesgo',
    askedAt: 'Consultado',
    tookMs: 'Milisegundos',
    httpStatus: 'Estado HTTP',
  },
  verdicts: { allow: 'Permitido', review: 'Para revisar' },
};

export const refunds: typeof english.refunds = {
  title: 'Devuelto',
  give: 'Devolver',
  left: 'Se pueden devolver %{amount}. Se consulta a la pasarela hasta que diga sí o no.',
  minorUnits: 'Importe en unidades mínimas',
  given: 'El reembolso está en camino',
  requestedAt: 'Solicitado',
  amount: 'Importe',
  status: 'Estado',
  settledAt: 'Resuelto',
  statuses: { open: 'Abierto', refunded: 'Reembolsado', refused: 'Rechazado', unanswered: 'Sin respuesta' },
  askAgain: 'Preguntar de nuevo',
  askAgainMeans: 'La pasarela no respondió sobre este reembolso. Se le pregunta de nuevo.',
  asked: 'Se pregunta de nuevo a la pasarela',
};

export const reviews: typeof english.reviews = {
  name: 'Revisión |||| Revisiones',
  title: 'Decisiones',
  fields: {
    id: 'Id',
    beganAt: 'Desde',
    paymentId: payment,
    reason,
    reasonCode: 'Código del motivo',
    decision: 'Decisión',
    note: 'Nota',
    decidedAt: 'Decidida',
    decidedBy: { kind: 'Por', id: 'Por quién' },
    pending: 'En espera',
  },
  decisions: { waiting: 'En espera', approve: 'Aprobado', decline: 'Rechazado' },
  approve: 'Aprobar',
  approveMeans: 'Se consulta a la pasarela y vale su palabra. La primera decisión permanece.',
  approveDone: 'El pago está aprobado',
  decline: 'Rechazar',
  declineMeans:
    'No se vuelve a consultar a la pasarela. Si no respondió, mire allí primero: puede haber cobrado.',
  declineDone: 'El pago está rechazado',
};

export const streamMessages: typeof english.streamMessages = {
  name: 'Mensaje |||| Mensajes',
  fields: {
    id: 'Lugar',
    topic: 'Tema',
    partition: 'Partición',
    offset: 'Posición',
    outcome: 'Resultado',
    reason,
    reasonCode: 'Código del motivo',
    paymentId: payment,
    receivedAt: 'Recibido',
    producedAt: 'Producido',
  },
  place: 'Lugar',
  payment: 'El pago del que habla',
  replays: 'Repeticiones',
  neverReplayed: 'Nunca se repitió.',
  at: 'Cuándo',
  became: 'Resultado',
  by: 'Por',
  count: 'Mensajes',
  replay: 'Repetir',
  replayOf: 'Repetir %{place}',
  wouldBecome: 'Se toma de nuevo como si llegara ahora. Esto sería de él:',
  replayed: 'El mensaje se tomó de nuevo',
  replayMany: 'Repetir mensajes',
  replayLead:
    'Los toma de nuevo como si llegaran ahora, mil a la vez, en el orden en que llegaron. Hacerlo dos veces tiene un solo efecto. Pruébelo antes: con ello nada cambia.',
  tryIt: 'Ver qué sería de ellos',
  goOn: 'Los mil siguientes',
  wouldChange: 'Mirados: %{examined}. Tendrían otro resultado: %{changed}.',
  didChange: 'Tomados de nuevo: %{examined}. Tienen ahora otro resultado: %{changed}.',
};

export const census: typeof english.census = {
  name: 'Censo |||| Censo',
  title: 'Censo',
  lead: 'Todo lo recibido, según lo que fue de ello',
  offsets: 'Posiciones',
  gaps: 'Faltan',
  missing: 'Posiciones que nunca llegaron',
};

export const errorReports: typeof english.errorReports = {
  name: 'Informe de error |||| Informes de error',
  fields: {
    id: 'Id',
    createdAt: 'Cuándo',
    paymentId: payment,
    kind: 'Qué pasó',
    errorType: 'Clase de error',
    description: 'Descripción',
    status: 'Comunicado al registro de errores',
    attempts,
    lastFailure: 'Último fallo',
    deliveredAt: 'Entregado',
  },
  kinds: {
    declined: 'Denegado',
    rejected: 'Rechazado',
    parked: 'Aparcado',
    conflicting: 'En conflicto',
    review: 'En revisión',
    'refund-refused': 'Reembolso rechazado',
    'refund-unanswered': 'Reembolso sin respuesta',
  },
  types: { database: 'Base de datos', network: 'Red', other: 'Otro' },
  statuses: { waiting: 'En espera', 'in-doubt': 'En duda', delivered: 'Entregado', refused: 'Rechazado' },
  told: 'Lo que se comunicó al registro de errores',
  none: 'No había nada que comunicar.',
};

export const alarms: typeof english.alarms = {
  name: 'Alarma |||| Alarmas',
  fields: {
    id: 'Id',
    raisedAt: 'Saltó',
    lastRaisedAt: 'Saltó por última vez',
    kind: 'Qué pasó',
    topic: 'Dónde',
    partition: 'Partición',
    firstOffset: 'Primera posición',
    lastOffset: 'Última posición',
    description: 'Descripción',
    occurrences: 'Veces',
    note: 'Nota',
    acknowledgedAt: 'Atendida',
    acknowledged: 'Atendida',
  },
  kinds: { 'offsets-missing': 'Faltan posiciones', 'topic-begun-anew': 'Tema empezado de nuevo' },
  acknowledge: 'Atender',
  acknowledgeMeans: 'Usted lo sabe y lo ha mirado. Lo que encontró se guarda con ella.',
  acknowledged: 'La alarma está atendida',
};

export const transfers: typeof english.transfers = {
  name: 'Transferencia |||| Transferencias',
  fields: {
    key: 'Clave',
    status: 'Estado',
    companyKey: 'Empresa',
    datedAt: 'Fechada',
    result: 'Resultado',
    reasonCode: 'Código del motivo',
    reason,
    attempts,
    notedAt: 'Anotada',
    takenAt: 'Tomada',
    screenedAt: 'Analizada',
    endedAt: 'Terminada',
    nextAttemptAt: 'Próximo intento',
  },
  statuses: {
    new: 'Nueva',
    taken: 'Tomada',
    screened: 'Analizada',
    'written-back': 'Devuelta',
    failed: 'Fallida',
    'too-old': 'Demasiado antigua',
    elsewhere: 'En otro lugar',
  },
  streams: 'Pistas',
  number: 'Número',
  audioUrl: 'Audio',
  score: 'Puntuación',
  record: 'El registro tal como se leyó por última vez',
};
