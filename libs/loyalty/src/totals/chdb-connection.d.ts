/**
 * The one function that is used of the engine within the process. Its package may be missing, and brings a copy of the client's types
 * along that the compiler does not take for the same.
 */
declare module 'chdb/connection' {
  import type { ClickHouseClientConfigOptions } from '@clickhouse/client';

  export function createChdbConnection(options: {
    /** A folder, which one process may have open at a time. */
    path: string;
  }): NonNullable<ClickHouseClientConfigOptions['connection']>;
}
