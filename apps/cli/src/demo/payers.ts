/** The demo's payment accounts: as many as the payment stream speaks of, with names that belong to nobody. */

export interface DemoAccount {
  accountId: number;
  name: string;
  email: string;
  /** `YYYY-MM-DD` */
  birthdate: string;
}

const accountsMax = 2_000;
const firstYear = 1904;
const years = 117;

const firstNames =
  'Ada Amir Ana Anton Bea Boris Carla Chen Dana David Elena Emil Fatima Felix Gita Goran Hana Hugo Ines Ivan Jana Jonas Kaya Karl Lena Leo Mara Milo Nadia Nils Olga Omar Petra Pavel Rosa Ravi Sofia Sven Tara Tomas'.split(
    ' ',
  );
const lastNames =
  'Abel Arslan Baker Bauer Castro Costa Dahl Duarte Ekman Engel Ferrer Fischer Garcia Gruber Haddad Holm Ibarra Ivanov Jensen Jovic Kaplan Klein Lopez Lund Marino Meyer Novak Nunez Olsen Ortega Petrov Prado Quist Rossi Rey Silva Stein Toth Vidal Weber'.split(
    ' ',
  );

export const demoAccounts: DemoAccount[] = Array.from({ length: accountsMax }, (_, at) => {
  const accountId = at + 1;
  const first = firstNames[at % firstNames.length] ?? '';
  const last = lastNames[Math.floor(at / firstNames.length) % lastNames.length] ?? '';
  const month = String((at % 12) + 1).padStart(2, '0');
  const day = String((at % 28) + 1).padStart(2, '0');
  return {
    accountId,
    name: `${first} ${last}`,
    email: `${first}.${last}.${String(accountId)}@example.org`.toLowerCase(),
    birthdate: `${String(firstYear + ((at * 37) % years))}-${month}-${day}`,
  };
});
