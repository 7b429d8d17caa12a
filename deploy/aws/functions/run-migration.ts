/**
 * Brings the database's schemas up to date before the processes of a version start: runs the task `migrate` and waits for its
 * end, once for each role that the processes may work as, since migrating also grants a role its rights. A deployment goes no
 * further when it fails.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { DescribeTasksCommand, ECSClient, RunTaskCommand, type Task } from '@aws-sdk/client-ecs';
import { z } from 'zod';

interface Context {
  getRemainingTimeInMillis(): number;
}

const lookEveryMs = 5_000;
/** A task that cannot start has secrets that are not there yet: the first rotation is still at work. */
const startsMax = 8;
const startAgainMs = 20_000;
const marginMs = 15_000;

const settings = z
  .object({
    CLUSTER: z.string(),
    TASK_DEFINITION: z.string(),
    SUBNETS: z.string().transform((list) => list.split(',')),
    SECURITY_GROUP: z.string(),
    /** Without passwords: what is granted goes by the role that they name. */
    DATABASE_URLS: z.string().transform((list) => list.split(',')),
  })
  .parse(process.env);
const tasks = new ECSClient();

export async function handler(_event: unknown, context: Context): Promise<void> {
  for (const url of settings.DATABASE_URLS) await migrate(url, context);
}

async function migrate(url: string, context: Context): Promise<void> {
  for (let start = 1; ; start += 1) {
    const ended = await endOf(await startTask(url), context);
    const [container] = ended.containers ?? [];
    if (container?.exitCode === 0) return;
    const reason = container?.reason ?? ended.stoppedReason ?? 'for no reason that is known';
    if (ended.stopCode !== 'TaskFailedToStart' || start === startsMax)
      throw new Error(`The migration ended with ${container?.exitCode ?? 'nothing'}: ${reason}`);
    await delay(startAgainMs);
  }
}

async function startTask(url: string): Promise<string> {
  const { tasks: [task] = [], failures: [failure] = [] } = await tasks.send(
    new RunTaskCommand({
      cluster: settings.CLUSTER,
      taskDefinition: settings.TASK_DEFINITION,
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: settings.SUBNETS,
          securityGroups: [settings.SECURITY_GROUP],
          assignPublicIp: 'DISABLED',
        },
      },
      overrides: {
        containerOverrides: [{ name: 'migrate', environment: [{ name: 'DATABASE_URL', value: url }] }],
      },
    }),
  );
  if (task?.taskArn === undefined)
    throw new Error(`The migration could not be started: ${failure?.reason ?? 'unknown'}`);
  return task.taskArn;
}

async function endOf(arn: string, context: Context): Promise<Task> {
  while (context.getRemainingTimeInMillis() > marginMs) {
    await delay(lookEveryMs);
    const { tasks: [task] = [] } = await tasks.send(
      new DescribeTasksCommand({ cluster: settings.CLUSTER, tasks: [arn] }),
    );
    if (task?.lastStatus === 'STOPPED') return task;
  }
  throw new Error(
    `The migration ${arn} goes on for longer than a deployment waits: deploy again when it has ended`,
  );
}
