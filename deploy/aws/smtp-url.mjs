// Makes SMTP_URL of an access key, as `aws iam create-access-key` prints it on standard input: SES takes no key for a password, but what follows from it
// for one region (docs.aws.amazon.com/ses, "Obtaining Amazon SES SMTP credentials").
import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';

const VERSION = 4;
const PARTS = ['11111111', 'REGION', 'ses', 'aws4_request', 'SendRawEmail'];

const [region] = process.argv.slice(2);
if (region === undefined) {
  console.error('Usage: node smtp-url.mjs <region> < access-key.json');
  process.exit(64);
}
const { AccessKeyId, SecretAccessKey } = JSON.parse(await text(process.stdin)).AccessKey;
const signature = PARTS.map((part) => (part === 'REGION' ? region : part)).reduce(
  (key, part) => createHmac('sha256', key).update(part).digest(),
  `AWS4${SecretAccessKey}`,
);
const password = Buffer.concat([Buffer.from([VERSION]), signature]).toString('base64');
console.log(`smtps://${AccessKeyId}:${encodeURIComponent(password)}@email-smtp.${region}.amazonaws.com:465`);
