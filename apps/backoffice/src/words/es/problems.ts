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
    'stock-too-low': 'No hay tanto que quitar: hay %{available} disponibles.',
  },
  orders: {
    'not-cancellable': 'Este pedido ya no se puede cancelar.',
    'not-refundable': 'No hay nada que devolver de este pedido.',
    'order-unknown': 'No existe ese pedido.',
    'out-of-stock': 'No hay existencias suficientes.',
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
