/**
 * The database of `npm run dev`: that of `npm start`, in a process of its own, so that it stays up while the process that uses it is replaced.
 * Whoever starts it is told where it is, and it ends with them.
 */
import { ensurePlazaDatabase } from '@plaza/engines';
import { databaseName, embeddedPostgres } from './embedded-defaults';

async function main(): Promise<void> {
  const [folder = '.plaza'] = process.argv.slice(2);
  const server = await embeddedPostgres(folder, (line) => {
    process.stdout.write(`${line}\n`);
  });
  const { appUrl, ownerUrl } = await ensurePlazaDatabase(server.url, databaseName);
  const stop = () => {
    void server.stop().finally(() => process.exit());
  };
  for (const ended of ['SIGTERM', 'disconnect'] as const) process.once(ended, stop);
  process.send?.({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
