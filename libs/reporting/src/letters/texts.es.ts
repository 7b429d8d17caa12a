import { runsOutWithinDays } from '../figures/running-out';
import type { ReportTexts } from './wording';

const rowsOf: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'fila' };

export const es: ReportTexts = {
  title: (week) => `Informe semanal ${week}`,
  goingOn: 'Esta semana aún no ha terminado: sus cifras siguen creciendo.',
  takenAt: (instant) => `Cifras a ${instant}`,
  weekBefore: 'Semana anterior',
  rows: (shown, plural) => `${shown} ${rowsOf[plural] ?? 'filas'}`,
  firstOf: (shown, all) => `Los primeros ${shown} de ${all}`,
  restated: (edition, instant) =>
    `Llegaron datos con retraso: lo marcado difiere de la edición ${String(edition)}, que se envió con las cifras de ${instant}.`,
  asSent: (value) => `enviado: ${value}`,
  nothing: 'ninguno',
  none: '(sin dato)',
  roots: {
    label: 'Raíz del registro de auditoría, día a día',
    definition:
      'El hash del último sello puesto antes de terminar el día. Representa todo lo hecho hasta entonces: «plaza audit verify --root» muestra si el registro sigue siendo el mismo.',
  },
  seal: (number) => `sello ${String(number)}`,
  footer: 'Recibe este mensaje porque su dirección está entre los destinatarios del informe semanal.',
  columns: { figure: 'Cifra', value: 'Esta semana', rows: 'Contadas' },
  sections: {
    sales: 'Ventas',
    prices: 'Precios',
    payments: 'Pagos',
    points: 'Puntos de fidelidad',
    shop: 'La tienda',
  },
  figures: {
    purchases: {
      label: 'Compras',
      definition: 'Pedidos pagados en la semana, sea cual sea lo que pasó después.',
    },
    'purchases-with-price': {
      label: 'Compras con precio',
      definition: 'Compras cuyo precio se conoce: el cobrado o, si falta, el de lista.',
    },
    'purchases-with-product': {
      label: 'Compras con producto',
      definition: 'Compras de las que se sabe qué se compró.',
    },
    'purchases-with-customer-and-product': {
      label: 'Compras con cliente y producto',
      definition: 'Compras de las que se sabe quién compró qué.',
    },
    'purchases-with-customer-product-and-branch': {
      label: 'Compras con cliente, producto y sede',
      definition: 'Compras de las que se sabe quién compró qué y dónde.',
    },
    revenue: {
      label: 'Ingresos',
      definition: 'Suma de los totales de las compras con precio. No se resta el dinero devuelto después.',
    },
    refunded: {
      label: 'Devuelto desde entonces',
      definition:
        'Los totales de las compras de esta semana cuyo dinero se devolvió entero desde entonces. Lo devuelto en parte está en el dinero devuelto, más abajo, y en ninguna otra cifra.',
    },
    'busy-minutes': {
      label: 'Minutos con compras',
      definition: 'Minutos de reloj en los que hubo al menos una compra.',
    },
    'purchases-per-busy-minute': {
      label: 'Compras por minuto con compras',
      definition: 'Compras divididas por los minutos que tuvieron alguna.',
    },
    'purchases-per-minute': {
      label: 'Compras por minuto de la semana',
      definition: 'Compras divididas por todos los minutos de la semana, con los cambios de hora que hubo.',
    },
    margin: {
      label: 'Margen frente a la lista',
      definition:
        'Suma del precio de lista menos el cobrado, sobre todas las unidades de las líneas que tienen ambos. Aquí no se conocen los costos, así que no es ganancia: es lo vendido por debajo de la lista (sobre cero) o por encima.',
    },
    'difference-average': {
      label: 'Diferencia media de precio',
      definition:
        'Media del precio de lista menos el cobrado por unidad, con signo, en las líneas que tienen ambos.',
    },
    'difference-largest': {
      label: 'Mayor diferencia de precio',
      definition:
        'El mayor precio de lista menos el cobrado por unidad, con signo, en las líneas que tienen ambos.',
    },
    'difference-smallest': {
      label: 'Menor diferencia de precio',
      definition:
        'El menor precio de lista menos el cobrado por unidad, con signo, en las líneas que tienen ambos.',
    },
    payments: {
      label: 'Pagos recibidos',
      definition: 'Pagos que entraron en la semana, sea cual sea su resultado.',
    },
    'given-back': {
      label: 'Dinero devuelto',
      definition:
        'Devoluciones hechas en la semana, enteras o en parte, sea cual sea la fecha del pago; se cuentan las devoluciones.',
    },
    errors: {
      label: 'Errores',
      definition: 'Errores con pagos surgidos en la semana, tal como se comunican al registro de errores.',
    },
    'points-issued': {
      label: 'Puntos emitidos',
      definition: 'Puntos dados a los miembros en la semana, menos los retirados.',
    },
    'points-used': {
      label: 'Puntos usados',
      definition: 'Puntos usados por los miembros en la semana, menos los devueltos.',
    },
    'points-expired': { label: 'Puntos vencidos', definition: 'Puntos que vencieron en la semana.' },
    'points-outstanding': {
      label: 'Puntos pendientes de uso',
      definition: 'Todos los puntos que tenían los miembros al terminar la semana; se cuentan los programas.',
    },
    'running-out': {
      label: 'Existencias por agotarse',
      definition: `Productos por sede que alcanzan para menos de ${String(runsOutWithinDays)} días si se siguen vendiendo como esta semana.`,
    },
    drifts: {
      label: 'Discrepancias abiertas',
      definition:
        'Casos en que pedidos, pagos, existencias y puntos no dicen lo mismo, hallados de noche y aún sin corregir.',
    },
  },
  lists: {
    branches: { label: 'Por sede', definition: 'Compras e ingresos por la sede que vendió.' },
    categories: {
      label: 'Por categoría',
      definition: 'Líneas de las compras por la categoría que su producto tiene ahora.',
    },
    products: { label: 'Por producto', definition: 'Los productos con más ingresos.' },
    customers: { label: 'Mejores clientes', definition: 'Los clientes conocidos con más ingresos.' },
    'payment-outcomes': {
      label: 'Pagos por resultado',
      definition:
        'Qué fue, hasta ahora, de los pagos que entraron en la semana. No todo mensaje del flujo nombra su moneda.',
    },
    'error-kinds': {
      label: 'Errores por clase',
      definition: 'Errores de la semana, y cuántos de ellos aceptó el registro de errores.',
    },
    census: {
      label: 'Censo de mensajes de pago',
      definition:
        'Todos los mensajes recibidos, por partición y resultado, en este momento. Recibidos es la suma de los resultados; faltan las posiciones que nunca llegaron.',
    },
    partners: {
      label: 'Puntos por socio',
      definition:
        'Puntos de los miembros de cada socio: emitidos, usados y vencidos en la semana, pendientes a su fin.',
    },
    'running-out': {
      label: 'Lo que se agota',
      definition: 'Por cuán pronto. Disponible es lo que se puede vender en este momento.',
    },
    'drift-kinds': {
      label: 'Discrepancias por clase',
      definition: 'Discrepancias abiertas, en este momento.',
    },
  },
  listColumns: {
    purchases: 'Compras',
    lines: 'Líneas',
    pieces: 'Unidades',
    revenue: 'Ingresos',
    payments: 'Pagos',
    amount: 'Importe',
    errors: 'Errores',
    delivered: 'Comunicados',
    issued: 'Emitidos',
    used: 'Usados',
    expired: 'Vencidos',
    outstanding: 'Pendientes',
    available: 'Disponibles',
    sold: 'Vendidos',
    'days-left': 'Días',
    received: 'Recibidos',
    stored: 'Guardados',
    duplicate: 'Repetidos',
    conflicting: 'En conflicto',
    declined: 'Rechazados',
    rejected: 'Inválidos',
    parked: 'Aparcados',
    open: 'Abiertos',
    review: 'En revisión',
    gaps: 'Faltan',
    drifts: 'Discrepancias',
  },
  outcomes: {
    pending: 'Pendiente',
    captured: 'Cobrado',
    declined: 'Rechazado',
    parked: 'Aparcado',
    review: 'En revisión',
  },
  errors: {
    declined: 'Rechazado',
    rejected: 'Mensaje inválido',
    parked: 'Cuenta desconocida',
    conflicting: 'Mismo id, otro contenido',
    review: 'Enviado a revisión',
    'refund-refused': 'Devolución rechazada',
    'refund-unanswered': 'Devolución sin respuesta',
  },
  drifts: {
    'paid-without-capture': 'Pedido pagado sin cobro',
    'paid-amount-differs': 'Pago por un importe distinto al del pedido',
    'paid-stock-not-used': 'Pedido pagado sin descontar existencias',
    'capture-not-marked': 'Pago cobrado con el pedido sin marcar como pagado',
    'capture-without-order': 'Pago cobrado sin pedido que pagar',
    'movement-without-cause': 'Existencias vendidas sin pedido pagado',
    'hold-without-order': 'Existencias reservadas para ningún pedido',
    'points-without-payment': 'Puntos de un pedido que no se pagó',
    'points-not-taken-back': 'Dinero devuelto sin retirar sus puntos',
    'payment-without-points': 'Pedido pagado sin los puntos que le corresponden',
  },
};
