// Finds a redis-server: the machine's own, or Debian's.
import type { Availability } from './availability';
import { debianProgramAvailable, findDebianProgram, type DebianPackage } from './debian-packages';

const redis: DebianPackage = {
  title: 'Redis',
  name: 'redis-server',
  folder: 'redis',
  program: 'usr/bin/redis-server',
  size: '1.5 MB',
};

export interface RedisPrograms {
  server: string;
  /** What the server needs in its environment to find its libraries. */
  environment: Record<string, string>;
}

/** Whether Redis can be started here; that its package can be fetched is only known once it is. */
export const redisAvailable = (programsFolder: string): Promise<Availability> =>
  debianProgramAvailable(redis, programsFolder);

/**
 * The programs of Redis, fetched into `programsFolder` when the machine has none.
 *
 * @throws EngineUnavailable with the reason when they cannot be had
 */
export const findRedis = async (
  programsFolder: string,
  log?: (line: string) => void,
): Promise<RedisPrograms> => {
  const { command, environment } = await findDebianProgram(redis, programsFolder, log);
  return { server: command, environment };
};
