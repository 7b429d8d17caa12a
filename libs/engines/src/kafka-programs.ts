// Finds what Kafka needs to run here: a Java, and Kafka's own jars, which Maven fetches once. After that neither Maven nor the
// network is needed any more.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { EngineUnavailable, type Availability } from './availability';

const run = promisify(execFile);

export const KAFKA_VERSION = '4.3.1';
const SCALA_VERSION = '2.13';
const LOG4J_VERSION = '2.25.4';
const COPY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

const JAVA_VERSION_MIN = 17;
const VERSION_WITHIN_MS = 20_000;
const FETCH_WITHIN_MS = 15 * 60_000;
const ERROR_LINES_MAX = 5;

export interface KafkaPrograms {
  java: string;
  /** The folder of the jars. */
  jars: string;
}

// Kafka logs through slf4j and its jars bring no binding for it; without one it would be mute.
const PROJECT = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>plaza</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_${SCALA_VERSION}</artifactId>
      <version>${KAFKA_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>${LOG4J_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

// Absolute, because Kafka does not run in the folder that we run in.
const jarsFolderOf = (programsFolder: string): string => resolve(programsFolder, `kafka-${KAFKA_VERSION}`);

const findJava = async (): Promise<{ java: string } | { reason: string }> => {
  const home = process.env['JAVA_HOME'];
  const own = home === undefined ? undefined : join(home, 'bin', 'java');
  const java = own !== undefined && existsSync(own) ? own : 'java';
  try {
    const { stderr } = await run(java, ['-version'], { timeout: VERSION_WITHIN_MS });
    const version = Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
    return version >= JAVA_VERSION_MIN
      ? { java }
      : { reason: `it needs Java ${JAVA_VERSION_MIN} or newer, and ${java} is ${version}` };
  } catch {
    return { reason: `there is no Java; install version ${JAVA_VERSION_MIN} or newer` };
  }
};

const hasMaven = async (): Promise<boolean> => {
  try {
    await run('mvn', ['--version'], { timeout: VERSION_WITHIN_MS });
    return true;
  } catch {
    return false;
  }
};

/** Whether Kafka can be started here; that its jars can be fetched is only known once they are. */
export const kafkaAvailable = async (programsFolder: string): Promise<Availability> => {
  const found = await findJava();
  if ('reason' in found) return { available: false, reason: found.reason };
  if (existsSync(jarsFolderOf(programsFolder)) || (await hasMaven())) return { available: true };
  return { available: false, reason: 'there is no Maven (mvn) to fetch it with; install maven' };
};

const complaintOf = (error: unknown): string => {
  const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
  const lines = said.split('\n').filter((line) => /^\[ERROR\] \S/.test(line));
  const own = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return lines.length > 0 ? lines.slice(0, ERROR_LINES_MAX).join('\n') : own;
};

// Complete or not there at all; of two that fetch at once, the second finds the first one's jars and drops its own.
const fetchJars = async (programsFolder: string, jars: string): Promise<void> => {
  const draft = `${jars}.${randomBytes(6).toString('hex')}`;
  await mkdir(draft, { recursive: true });
  const project = join(draft, 'pom.xml');
  await writeFile(project, PROJECT);
  try {
    await run(
      'mvn',
      ['-q', '-B', '--strict-checksums', '-f', project, COPY_PLUGIN, `-DoutputDirectory=${draft}`],
      { cwd: programsFolder, timeout: FETCH_WITHIN_MS },
    );
    if (!existsSync(jars)) await rename(draft, jars);
  } catch (error) {
    throw new EngineUnavailable('Kafka', `Maven could not fetch its jars: ${complaintOf(error)}`);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/**
 * The programs of Kafka, fetched into `programsFolder` when they are not there yet (45 MB).
 *
 * @throws EngineUnavailable with the reason when they cannot be had
 */
export const findKafka = async (
  programsFolder: string,
  log?: (line: string) => void,
): Promise<KafkaPrograms> => {
  const found = await findJava();
  if ('reason' in found) throw new EngineUnavailable('Kafka', found.reason);
  const jars = jarsFolderOf(programsFolder);
  if (!existsSync(jars)) {
    const availability = await kafkaAvailable(programsFolder);
    if (!availability.available) throw new EngineUnavailable('Kafka', availability.reason);
    log?.(`Fetching Kafka ${KAFKA_VERSION} through Maven (45 MB, this once) ...`);
    await mkdir(programsFolder, { recursive: true });
    await fetchJars(programsFolder, jars);
  }
  return { java: found.java, jars };
};
