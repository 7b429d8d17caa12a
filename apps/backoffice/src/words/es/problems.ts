/** Lo que Plaza rechaza, por el código del problema; lo que falta aquí se dice con las palabras de la respuesta. */
import type { problems as english } from '../en/problems';

export const problems: typeof english = {
  identity: {
    'credentials-wrong': 'El usuario o la contraseña no son correctos.',
    'sign-in-locked': 'Hubo demasiados intentos fallidos. Inténtelo dentro de un rato.',
    busy: 'Demasiadas personas están entrando ahora mismo. Inténtelo en un momento.',
    'document-taken': 'Otro cliente tiene este número de documento.',
    'email-taken': 'Otra persona tiene esta dirección de correo.',
    'login-exists': 'Este cliente ya tiene acceso y no necesita ningún código.',
    'username-taken': 'Otra persona tiene este usuario.',
    'password-refused': 'Esta contraseña es demasiado común o no tiene una longitud aceptable.',
    'last-admin': 'El último administrador tiene que quedar.',
    'not-yourself': 'Esto no se puede hacer a uno mismo.',
    'partner-name-taken': 'Otro socio tiene este nombre.',
    'not-allowed': 'Su función no permite hacer esto.',
  },
  catalog: {
    'sku-taken': 'Otro producto tiene este SKU.',
    'slug-taken': 'Otra categoría tiene esta dirección.',
    'branch-code-taken': 'Otra sucursal tiene este código.',
    'category-in-use': 'Todavía hay categorías por debajo, o productos en ella.',
    'category-below-itself': 'Una categoría no puede estar por debajo de sí misma.',
    'online-stays': 'La sucursal en línea se queda como está.',
    'same-branch': 'Elija otra sucursal distinta de la de origen.',
    'stock-too-high': 'En los libros no caben más de %{availableMax}.',
    'stock-too-low': 'No hay tanto que quitar: hay %{available} disponibles.',
  },
  orders: {
    'not-cancellable': 'Este pedido ya no se puede cancelar.',
    'not-refundable': 'No hay nada que devolver de este pedido.',
    'order-unknown': 'No existe ese pedido.',
    'out-of-stock': 'No hay existencias suficientes.',
  },
  loyalty: {
    'insufficient-points': 'No hay puntos suficientes: hay %{balance} disponibles.',
    'customer-taken': 'Otro miembro del programa ya es este cliente.',
    'member-conflict': 'Ya existe ese miembro, con otros datos.',
    'member-unknown': 'No existe ese miembro.',
    'not-reversible': 'Este asiento no se puede anular, o ya no.',
    'hold-ended': 'Esta retención ya ha terminado.',
    'hold-too-small': 'La retención tiene %{held} puntos y no más.',
    'order-unpriced': 'Los precios de este pedido aún no están decididos.',
    'source-conflict': 'Se hizo otra cosa con el mismo id.',
    'event-unknown': 'No existe ese suceso.',
    'webhook-not-active': 'El webhook no está activo.',
    'too-many-webhooks': 'El programa tiene tantos webhooks como puede tener.',
    'totals-unavailable':
      'El historial de totales no se puede leer ahora. No se ha perdido nada; inténtelo más tarde.',
  },
  reporting: {
    'drift-not-open': 'Esto ya se corrigió, o se arregló solo.',
    'no-correction': 'Alguien tiene que averiguar antes qué es lo correcto.',
    'recipient-known': 'Esta dirección ya es destinataria.',
    'week-not-begun': 'Esta semana no ha empezado.',
    'week-not-over': 'Esta semana todavía no ha terminado.',
    'too-busy': 'Se están haciendo demasiados informes ahora mismo. Inténtelo en un momento.',
  },
  request: {
    invalid: 'Algo de lo introducido no es válido.',
    'rate-limited': 'Ha ido un poco deprisa. Inténtelo en un momento.',
    'unknown-path': 'No hay nada en esta dirección.',
  },
  platform: {
    fault: 'Algo falló en Plaza. Quedó registrado; intentarlo de nuevo puede servir.',
    'database-unavailable': 'Plaza no llega a su base de datos. Inténtelo en un momento.',
  },
};
