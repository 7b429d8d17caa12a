// The server settings that Plaza runs PostgreSQL with on one small machine, given on the command line so that they hold whatever
// an older data folder says.

const ALWAYS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // Nobody needs it, and the usual folder for it is often missing or another user's.
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %q%u@%d ',
  log_checkpoints: 'off',
  log_lock_waits: 'on',
};

const DEFAULTS: Readonly<Record<string, string>> = {
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  // Compiling a plan costs more than it gains on short statements.
  jit: 'off',
  // One large question, as a report asks, must not take the processors from the many small ones.
  max_parallel_workers_per_gather: '0',
  wal_level: 'replica',
  synchronous_commit: 'on',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // A replica that stays away must not fill the primary's disk.
  max_slot_wal_keep_size: '4GB',
  wal_retrieve_retry_interval: '500ms',
};

// For data that nobody wants back after a crash: nothing waits for the disk.
const THROWAWAY: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

export interface SettingsChoice {
  port: number;
  throwaway?: boolean;
  settings?: Readonly<Record<string, string>>;
}

/** The command line of `postgres` for a data folder. */
export const serverArguments = (
  dataFolder: string,
  { port, throwaway, settings }: SettingsChoice,
): string[] => {
  const chosen = {
    ...DEFAULTS,
    ...(throwaway === true ? THROWAWAY : {}),
    ...settings,
    ...ALWAYS,
    port: String(port),
  };
  return ['-D', dataFolder, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
};
