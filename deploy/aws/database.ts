/**
 * PostgreSQL: a primary with a standby in another zone that has every commit, and replicas that answer reads which may lag. It is
 * PostgreSQL's own replication, because Plaza asks a replica how far it is (docs/adr/0070-postgresql-on-rds.md).
 */
import { InstanceType } from 'aws-cdk-lib/aws-ec2';
import {
  Credentials,
  DatabaseInstance,
  DatabaseInstanceEngine,
  DatabaseInstanceReadReplica,
  ParameterGroup,
  PerformanceInsightRetention,
  PostgresEngineVersion,
  StorageType,
  SubnetGroup,
  type DatabaseInstanceReadReplicaProps,
} from 'aws-cdk-lib/aws-rds';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { masterRole, names } from './names';
import type { Place } from './place';
import type { Size } from './sizes';

const parameters = {
  'rds.force_ssl': '1',
  password_encryption: 'scram-sha-256',
  jit: '0',
  random_page_cost: '1.1',
  // One large question, as a report asks, must not take the processors from the many small ones.
  max_parallel_workers_per_gather: '0',
  log_lock_waits: '1',
  log_min_duration_statement: '1000',
  // A replica that stays away must not fill the disk of the primary.
  max_slot_wal_keep_size: '16384',
};

export interface DatabaseProps extends Place {
  size: Size['database'];
}

export class Database extends Construct {
  readonly primary: DatabaseInstance;
  readonly replicas: DatabaseInstanceReadReplica[];
  /** Of the role that makes the others; nothing of Plaza works as it. */
  readonly master: ISecret;
  readonly host: string;

  constructor(scope: Construct, id: string, { vpc, subnets, group, key, size }: DatabaseProps) {
    super(scope, id);
    const engine = DatabaseInstanceEngine.postgres({ version: PostgresEngineVersion.VER_18_3 });
    const common = {
      vpc,
      instanceType: new InstanceType(size.type.replace(/^db\./, '')),
      subnetGroup: new SubnetGroup(this, 'Subnets', {
        vpc,
        description: 'Plaza: where its data lies',
        vpcSubnets: { subnets: subnets.subnets },
      }),
      securityGroups: [group],
      parameterGroup: new ParameterGroup(this, 'Parameters', { engine, parameters }),
      storageType: StorageType.GP3,
      maxAllocatedStorage: size.storageGbMax,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      preferredMaintenanceWindow: 'Tue:04:00-Tue:05:00',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      monitoringInterval: Duration.seconds(60),
      enablePerformanceInsights: true,
      performanceInsightRetention: PerformanceInsightRetention.DEFAULT,
      performanceInsightEncryptionKey: key,
      cloudwatchLogsExports: ['postgresql'],
      cloudwatchLogsRetention: RetentionDays.ONE_MONTH,
    } satisfies Omit<DatabaseInstanceReadReplicaProps, 'sourceDatabaseInstance'>;
    this.primary = new DatabaseInstance(this, 'Primary', {
      ...common,
      engine,
      instanceIdentifier: names.databaseServer,
      databaseName: names.database,
      credentials: Credentials.fromGeneratedSecret(masterRole, { encryptionKey: key }),
      multiAz: true,
      allocatedStorage: size.storageGb,
      storageEncrypted: true,
      storageEncryptionKey: key,
      backupRetention: Duration.days(size.backupDays),
      preferredBackupWindow: '02:00-03:00',
      copyTagsToSnapshot: true,
      deleteAutomatedBackups: false,
    });
    this.replicas = this.makeReplicas(size.replicas, common);
    if (!this.primary.secret) throw new Error('The master role of the database has no secret');
    this.master = this.primary.secret;
    this.host = this.primary.dbInstanceEndpointAddress;
  }

  private makeReplicas(
    count: number,
    common: Omit<DatabaseInstanceReadReplicaProps, 'sourceDatabaseInstance'>,
  ): DatabaseInstanceReadReplica[] {
    return Array.from({ length: count }, (_, index) => {
      const replica = `${names.databaseServer}-replica-${index + 1}`;
      return new DatabaseInstanceReadReplica(this, `Replica${index + 1}`, {
        ...common,
        instanceIdentifier: replica,
        sourceDatabaseInstance: this.primary,
      });
    });
  }
}
