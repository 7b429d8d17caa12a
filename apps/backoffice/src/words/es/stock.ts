/** Lo que se mueve en las existencias, y lo que lo mueve. */
import type { movements as english } from '../en/stock';

export const movements: typeof english = {
  name: 'Movimiento |||| Movimientos',
  fields: {
    id: 'Número',
    at: 'Cuándo',
    productId: 'Producto',
    branchId: 'Sucursal',
    delta: 'Cambio',
    cause: 'Causa',
    reason: 'Motivo',
    reference: 'Referencia',
    actor: { kind: 'Por', id: 'Por quién' },
    from: 'Desde',
    to: 'Antes de',
  },
  causes: { adjustment: 'Corrección', sale: 'Venta', transfer: 'Traslado' },
  onHand: 'En mano',
  held: 'Reservado',
  available: 'Disponible',
  adjust: 'Corregir existencias',
  adjustLead: 'Se suma a lo que hay; un número negativo lo quita.',
  delta: 'Cambio',
  transfer: 'Trasladar existencias',
  from: 'De la sucursal',
  to: 'A la sucursal',
  quantity: 'Cantidad',
  adjusted: 'Corregido: ahora hay %{onHand}',
  transferred: 'Se trasladaron %{quantity}',
  of: 'Movimientos',
};
