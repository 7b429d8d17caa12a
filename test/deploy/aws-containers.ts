/** The containers of a task as its template has them, and the variables that they get once AWS has put in what it alone knows. */
import { testKeys } from '#test/keys';
import type { Named } from './aws-templates';

export interface Container {
  Name: string;
  Command?: string[];
  User?: string;
  ReadonlyRootFilesystem: boolean;
  SystemControls?: { Namespace: string; Value: string }[];
  StopTimeout?: number;
  Environment: { Name: string; Value: unknown }[];
  Secrets?: { Name: string; ValueFrom: unknown }[];
}

export const containersOf = ({ Properties }: Named): Container[] => Properties['ContainerDefinitions'];
export const ofPlaza = (task: Named): Container[] =>
  containersOf(task).filter(({ Name }) => Name !== 'collector');

/** As the secrets will have them. */
const secretValues: Record<string, string> = {
  ...testKeys,
  DATABASE_URL: 'postgresql://plaza_app_a:s3cret@db.example.org:5432/plaza?sslmode=verify-full',
  DATABASE_OWNER_URL: 'postgresql://plaza_owner:s3cret@db.example.org:5432/plaza?sslmode=verify-full',
  DATABASE_REPLICA_URLS: 'postgresql://plaza_app_a:s3cret@copy.example.org:5432/plaza?sslmode=verify-full',
  REDIS_URL: 'rediss://default:s3cret@cache.example.org:6379',
  KAFKA_USERNAME: 'plaza',
  KAFKA_PASSWORD: 's3cret',
  SMTP_URL: 'smtps://login:s3cret@mail.example.org:465',
  CLICKHOUSE_URL: 'https://plaza:s3cret@series.example.org:8443/plaza',
  SCREENING_AUTH: 'Bearer s3cret',
};

/** As the task gets them, with what AWS knows only once it is there. */
export function variablesOf({
  Name,
  Environment,
  Secrets = [],
}: Container): Record<string, string | undefined> {
  return {
    // The migration is told whose rights to grant when it is run.
    ...(Name === 'migrate' ? { DATABASE_URL: secretValues['DATABASE_URL'] } : {}),
    ...Object.fromEntries(
      Environment.map(({ Name: name, Value }) => [
        name,
        typeof Value === 'string' ? Value : 'b-1.example.org:9096',
      ]),
    ),
    ...Object.fromEntries(Secrets.map(({ Name: name }) => [name, secretValues[name]])),
  };
}
