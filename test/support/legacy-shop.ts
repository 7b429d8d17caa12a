/** The legacy shop's dump: the tables as mysqldump writes them, purchases before what they name, and what all of it comes to. */

const header = `-- MySQL dump 10.13  Distrib 5.6.17, for Win64 (x86_64)
/*!40101 SET NAMES utf8 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;

`;

function table(name: string, columns: readonly string[], rows: readonly string[]): string {
  const created = columns
    .map((column) => `  \`${column.split(' ')[0] ?? ''}\` ${column.replace(/^\S+ /, '')},\n`)
    .join('');
  const inserts = rows.length === 0 ? '' : `INSERT INTO \`${name}\` VALUES ${rows.join(',')};\n`;
  return `DROP TABLE IF EXISTS \`${name}\`;
CREATE TABLE \`${name}\` (
${created}  PRIMARY KEY (\`id\`)
) ENGINE=InnoDB AUTO_INCREMENT=42 DEFAULT CHARSET=latin1;

LOCK TABLES \`${name}\` WRITE;
/*!40000 ALTER TABLE \`${name}\` DISABLE KEYS */;
${inserts}/*!40000 ALTER TABLE \`${name}\` ENABLE KEYS */;
UNLOCK TABLES;

`;
}

const id = 'id int(11) NOT NULL AUTO_INCREMENT';
const customers = [
  ...["1,123456,'Arturo Lopez'", "2,234567,'Carlos Rodriguez'", "3,345678,'Daniel Acosta'"],
  ...["4,456789,'Jason Martinez'", "5,567890,'Felipe Salazar'", "6,987654,'Alejandra Rodriguez'"],
  ...["7,876543,'Daniela Arias'", "8,765432,'Haroll Cuervo'", "9,654321,'Jenny Perez'"],
].map((row) => `(${row},NULL)`);
const products = [
  ...["1,'Producto1',100000", "2,'Producto2',32000", "3,'Producto3',2000", "4,'Producto4',30000"],
  "5,'Producto5',140500",
].map((row) => `(${row},NULL)`);
const branches = ["(1,'Sur','Cll 1 # 6 23')", "(2,'Norte','Cll 100 # 19 31')", "(3,'Centro','Cll 12 # 4 2')"];

const first = '2015-08-01 15:07:30';
const second = '2015-08-02 15:07:30';
const third = '2015-08-03 15:07:30';
/** id: customer, product, branch, price. */
const sold = `19:1,2,1,1000 20:2,2,1,- 21:3,1,1,- 22:4,4,2,10000 23:5,3,2,- 24:6,5,3,- 25:7,1,1,- 26:8,2,1,30000 27:9,5,1,-
28:2,4,2,1000 29:2,2,-,- 30:2,1,-,- 31:1,-,-,- 32:1,-,-,- 33:1,-,-,- 34:1,-,-,- 35:-,3,-,9999 36:-,1,-,9999 37:-,5,-,- 38:3,2,-,-
39:3,-,-,1000 40:4,2,-,- 41:-,-,-,-`;
const purchases = sold.split(/\s+/).map((row) => {
  const [number = '', rest = ''] = row.split(':');
  const at = number === '19' ? first : number === '20' || number === '21' ? second : third;
  const description = number === '29' ? "'dañado'" : 'NULL';
  return `(${number},${rest.replaceAll('-', 'NULL')},${description},'${at}')`;
});

export function legacyDump(): string {
  return [
    `\ufeff${header}`,
    table(
      'clientes',
      [id, 'documento int(11) DEFAULT NULL', 'nombres varchar(80) DEFAULT NULL', 'detalles text'],
      customers,
    ),
    table(
      'compras',
      [
        ...[
          id,
          'id_cliente int(11) DEFAULT NULL',
          'id_producto int(11) DEFAULT NULL',
          'id_sede int(11) DEFAULT NULL',
        ],
        ...['precio int(11) DEFAULT NULL', 'descripcion text', 'fecha datetime DEFAULT NULL'],
      ],
      purchases,
    ),
    table('log', [id, 'fecha datetime DEFAULT NULL', 'descripcion text'], []),
    table(
      'productos',
      [id, 'producto varchar(40) DEFAULT NULL', 'precio int(11) DEFAULT NULL', 'descripcion text'],
      products,
    ),
    table('sedes', [id, 'sede varchar(40) DEFAULT NULL', 'direccion varchar(40) DEFAULT NULL'], branches),
  ].join('');
}

export const legacyTotals: Record<string, number> = {
  ...{ '123456': 1_000, '234567': 165_000, '345678': 133_000, '456789': 42_000, '567890': 2_000 },
  ...{ '987654': 140_500, '876543': 100_000, '765432': 30_000, '654321': 140_500 },
};
export const legacyWithoutCustomer = 160_498;
export const legacyInAll = 914_498;
