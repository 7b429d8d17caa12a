/**
 * The processes of Plaza on Fargate, behind a load balancer that only CloudFront reaches; the schemas are brought up to date
 * before any of them starts.
 */
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import {
  Cluster,
  ContainerImage,
  ContainerInsights,
  type FargateService,
  type FargateTaskDefinition,
} from 'aws-cdk-lib/aws-ecs';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib/core';
import { Trigger } from 'aws-cdk-lib/triggers';
import type { Construct } from 'constructs';
import { makeBalancer, openTo } from './balancer';
import { metricLogGroup } from './collector';
import type { DataStack } from './data.stack';
import type { Deployment } from './deployment';
import type { GroundStack } from './ground.stack';
import { databasePort, names, processRoles, type ProcessName } from './names';
import { makeService, scaleByRequests, scaleByWhatWaits } from './services';
import type { Size } from './sizes';
import { makeMigration, makeProcess, type TaskParts } from './tasks';
import { secretsFor, valuesFor } from './variables';

const retentions: Record<Size['logDays'], RetentionDays> = {
  30: RetentionDays.ONE_MONTH,
  60: RetentionDays.TWO_MONTHS,
  90: RetentionDays.THREE_MONTHS,
};
/** As long as a function may run. */
const migrationMinutes = 15;

export interface ProcessesStackProps extends StackProps {
  deployment: Deployment;
  size: Size;
  ground: GroundStack;
  data: DataStack;
  functions: string;
}

export class ProcessesStack extends Stack {
  readonly balancer: ApplicationLoadBalancer;
  private readonly log: LogGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ProcessesStackProps,
  ) {
    super(scope, id, props);
    const { deployment, size, ground } = props;
    this.log = this.makeLog('Log', '/plaza/processes');
    const cluster = new Cluster(this, 'Cluster', {
      clusterName: names.cluster,
      vpc: ground.vpc,
      containerInsightsV2: ContainerInsights.ENABLED,
    });
    const { balancer, listener } = makeBalancer(this, {
      vpc: ground.vpc,
      group: ground.groups.balancer,
      certificate: this.makeCertificate(deployment),
      logDays: size.logDays,
    });
    this.balancer = balancer;
    const metricLog = this.makeLog('MetricLog', metricLogGroup);
    const service = (name: ProcessName): FargateService => {
      const task = makeProcess(this, name, {
        ...this.partsFor(name),
        collector: this.collector(),
        metricLog,
      });
      return makeService(this, name, {
        cluster,
        task,
        group: ground.groups.processes,
      });
    };
    const [api, payments, worker] = [service('api'), service('payments'), service('worker')];
    scaleByRequests(api, openTo(listener, api), size.processes.api);
    scaleByWhatWaits(payments, size.processes.payments, 'payments');
    scaleByWhatWaits(worker, size.processes.worker, 'worker');
    this.migrateBefore([api, payments, worker], cluster);
  }

  private partsFor(name: ProcessName | 'migrate'): TaskParts {
    const { deployment, size, ground, data } = this.props;
    const given = Secret.fromSecretNameV2(this, `Given-${name}`, names.givenSecret);
    return {
      images: ground.images,
      version: deployment.version,
      log: this.log,
      size: size.processes[name === 'migrate' ? 'worker' : name],
      values: valuesFor(name, { deployment, size, brokers: data.brokers }),
      secrets: secretsFor(name, { deployment, secrets: { ...data.secrets, given } }),
    };
  }

  private collector(): ContainerImage {
    const { ground, deployment } = this.props;
    return ContainerImage.fromEcrRepository(ground.collectorImages, deployment.collectorVersion);
  }

  private makeLog(id: string, logGroupName: string): LogGroup {
    const retention = retentions[this.props.size.logDays];
    return new LogGroup(this, id, { logGroupName, retention, removalPolicy: RemovalPolicy.RETAIN });
  }

  private makeCertificate({ domain, zone, zoneId }: Deployment): Certificate {
    const hostedZone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: zoneId,
      zoneName: zone,
    });
    return new Certificate(this, 'Certificate', {
      domainName: domain,
      validation: CertificateValidation.fromDns(hostedZone),
    });
  }

  /** Runs whenever the task has changed, which every version does. */
  private migrateBefore(services: FargateService[], cluster: Cluster): void {
    const { ground, data, functions } = this.props;
    const task = makeMigration(this, this.partsFor('migrate'));
    const subnets = ground.vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_WITH_EGRESS });
    const handler = new Function(this, 'Migration', {
      description: 'Brings the schemas up to date before a version starts',
      runtime: Runtime.NODEJS_22_X,
      handler: 'run-migration.handler',
      code: Code.fromAsset(functions),
      timeout: Duration.minutes(migrationMinutes),
      logGroup: this.makeLog('MigrationLog', '/plaza/migration'),
      environment: {
        CLUSTER: cluster.clusterName,
        TASK_DEFINITION: task.taskDefinitionArn,
        SUBNETS: subnets.subnetIds.join(','),
        SECURITY_GROUP: ground.groups.processes.securityGroupId,
        DATABASE_URLS: processRoles
          .map(
            (role) =>
              `postgresql://${role}@${data.databaseHost}:${databasePort}/${names.database}?sslmode=verify-full`,
          )
          .join(','),
      },
    });
    this.letRun(handler, task, cluster);
    new Trigger(this, 'MigrateFirst', {
      handler,
      timeout: Duration.minutes(migrationMinutes),
      executeBefore: services,
    });
  }

  private letRun(handler: Function, task: FargateTaskDefinition, cluster: Cluster): void {
    task.grantRun(handler);
    handler.addToRolePolicy(
      new PolicyStatement({
        actions: ['ecs:DescribeTasks'],
        resources: ['*'],
        conditions: { ArnEquals: { 'ecs:cluster': cluster.clusterArn } },
      }),
    );
  }
}
