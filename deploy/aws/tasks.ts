/**
 * What runs: the one image of Plaza under the command of each process, confined as on Kubernetes, with the collector beside it.
 */
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import {
  ContainerImage,
  CpuArchitecture,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
  type ContainerDefinitionOptions,
  type Secret as TaskSecret,
} from 'aws-cdk-lib/aws-ecs';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { collectorSettings } from './collector';
import { ports, stopSeconds, type ProcessName } from './names';
import type { ProcessSize } from './sizes';

/** The user `node` of the image. */
const user = '1000';
const collectorMemoryMb = 160;

export interface TaskParts {
  images: IRepository;
  version: string;
  log: LogGroup;
  size: ProcessSize;
  values: Record<string, string>;
  secrets: Record<string, TaskSecret>;
}

export function makeMigration(scope: Construct, parts: TaskParts): FargateTaskDefinition {
  const task = makeTask(scope, 'Migrate', 'plaza-migrate', parts.size);
  task.addContainer('migrate', {
    ...confined(parts, 'migrate'),
    command: ['node', '--enable-source-maps', 'dist/apps/cli/src/main.js', 'migrate', '--json'],
  });
  return task;
}

export function makeProcess(
  scope: Construct,
  name: ProcessName,
  parts: TaskParts & { collector: ContainerImage; metricLog: LogGroup },
): FargateTaskDefinition {
  const task = makeTask(scope, name, `plaza-${name}`, parts.size);
  task.addContainer(name, {
    ...confined(parts, name),
    command: ['node', '--enable-source-maps', `dist/apps/${name}/src/main.js`],
    portMappings: [{ containerPort: ports[name] }],
    stopTimeout: Duration.seconds(stopSeconds),
    healthCheck: {
      command: ['CMD', 'node', '--eval', livesOn(ports[name])],
      interval: Duration.seconds(10),
      timeout: Duration.seconds(5),
      retries: 6,
      startPeriod: Duration.seconds(60),
    },
  });
  task.addContainer('collector', {
    image: parts.collector,
    // Whoever loses what is counted goes on selling.
    essential: false,
    readonlyRootFilesystem: true,
    memoryLimitMiB: collectorMemoryMb,
    environment: { AOT_CONFIG_CONTENT: collectorSettings(ports[name]) },
    logging: LogDrivers.awsLogs({ logGroup: parts.log, streamPrefix: 'collector' }),
  });
  parts.metricLog.grantWrite(task.taskRole);
  task.addToTaskRolePolicy(
    // Spans belong to no resource that could be named.
    new PolicyStatement({
      actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
      resources: ['*'],
    }),
  );
  return task;
}

function makeTask(scope: Construct, id: string, family: string, size: ProcessSize): FargateTaskDefinition {
  return new FargateTaskDefinition(scope, `${id}Task`, {
    family,
    cpu: size.cpu,
    memoryLimitMiB: size.memoryMb,
    // Those on which Plaza is tested and measured.
    runtimePlatform: {
      cpuArchitecture: CpuArchitecture.X86_64,
      operatingSystemFamily: OperatingSystemFamily.LINUX,
    },
  });
}

function confined(
  { images, version, log, values, secrets }: TaskParts,
  name: string,
): ContainerDefinitionOptions {
  return {
    image: ContainerImage.fromEcrRepository(images, version),
    user,
    readonlyRootFilesystem: true,
    // A database whose machine vanished is given up within half a minute, not a quarter of an hour.
    systemControls: [{ namespace: 'net.ipv4.tcp_retries2', value: '6' }],
    environment: values,
    secrets,
    logging: LogDrivers.awsLogs({ logGroup: log, streamPrefix: name }),
  };
}

/** Whether it lives, not whether it is ready: a database that is away is no reason to replace a process. */
function livesOn(port: number): string {
  return `fetch('http://127.0.0.1:${port}/health/live').then((answer) => process.exit(Number(!answer.ok)))`;
}
