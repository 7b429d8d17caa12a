/** Clientes. */
import type { customers as english } from '../en/customers';

export const customers: typeof english = {
  name: 'Cliente |||| Clientes',
  fields: {
    id: 'Id',
    fullName: 'Nombre',
    documentNumber: 'Número de documento',
    email: 'Correo',
    username: 'Usuario',
    createdAt: 'Desde',
    disabledAt: 'Inhabilitado desde',
    role: 'Función',
    document: 'Número de documento',
    q: 'Buscar',
  },
  searchHint: 'Nombre, usuario, correo o parte de un documento',
  noLogin: 'Sin acceso',
  orders: 'Pedidos',
  claimCode: {
    issue: 'Emitir un código de registro',
    title: 'Código de registro',
    lead: 'El cliente se registra en la aplicación con su número de documento y este código. Solo se muestra esta vez y sustituye a cualquier código anterior.',
    until: 'Válido hasta %{at}',
  },
  disable: 'Inhabilitar',
  disableSure:
    'Todas las sesiones de este cliente terminan de inmediato y no podrá entrar hasta que se le habilite de nuevo.',
  enable: 'Habilitar',
  disabled: 'El cliente está inhabilitado',
  enabled: 'El cliente está habilitado',
};
