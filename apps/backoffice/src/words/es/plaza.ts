/** Lo que se dice fuera de cada pantalla. */
import type { plaza as english } from '../en/plaza';

export const plaza: typeof english = {
  unreachable: 'Plaza no responde. Revise la conexión e inténtelo de nuevo.',
  tryAgain: 'Intentar de nuevo',
  copy: 'Copiar',
  copied: 'Copiado',
  all: 'Todos',
  live: 'En vivo',
  notLive: 'Sin conexión',
  nothingHere: 'Todavía no hay nada',
  signIn: {
    title: 'Administración de Plaza',
    lead: 'Entre con su cuenta de personal.',
    notForCustomers: 'La administración es para el personal. Los clientes compran en la aplicación.',
  },
  menu: {
    title: 'Pantallas',
    home: 'Inicio',
    selling: 'Ventas',
    range: 'Surtido y existencias',
    money: 'Pagos',
    loyalty: 'Fidelización',
    control: 'Control',
  },
  list: {
    export: 'Exportar como CSV',
    exported: 'Se exportaron %{count} filas',
    cut: 'Solo se exportaron las primeras %{count} filas: acote el filtro para obtener el resto',
    tooFar: 'Esa página queda demasiado lejos en esta lista. Siga desde la primera o acote el filtro.',
    empty: 'Nada coincide',
    emptyHint: 'Cambie o quite el filtro.',
  },
  history: {
    title: 'Historial',
    field: 'Campo',
    before: 'Antes',
    after: 'Después',
    none: 'No hay ningún cambio en el registro.',
    more: 'Cambios anteriores',
    request: 'Petición',
    actions: { INSERT: 'Creado', UPDATE: 'Cambiado', DELETE: 'Borrado', SELECT: 'Leído' },
    by: '%{action} por %{actor}',
    nobody: 'nadie en particular',
  },
  rules: {
    slug: 'Minúsculas, cifras y guiones sueltos',
    sku: 'Letras y cifras, luego también puntos, guiones y guiones bajos; 64 como mucho',
    currency: 'Tres mayúsculas, como EUR',
    documentNumber: 'De 3 a 40 letras, cifras, puntos o guiones',
  },
  reason: 'Motivo',
};
