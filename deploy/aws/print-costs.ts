/** `node scripts/aws.mjs print-costs`: the table of costs as it stands in README.md. */
import { costTable } from './costs';

process.stdout.write(`${costTable()}\n`);
