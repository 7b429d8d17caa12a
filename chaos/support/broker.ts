/** A real Kafka for a stage, whose programs all runs share. */
import { join } from 'node:path';
import { freePort, projectRoot, startKafka, type KafkaServer } from '@plaza/engines';

export const programsFolder = join(projectRoot, '.plaza/programs');

/** @param folder of the stage */
export async function startBroker(folder: string, port: number): Promise<KafkaServer> {
  return startKafka({
    folder: join(folder, 'kafka'),
    programsFolder,
    port,
    controllerPort: await freePort(),
    shortLived: true,
  });
}
