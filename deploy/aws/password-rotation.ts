/** The logins of the database as secrets that change by themselves; the function that changes them also makes the roles. */
import { SubnetType, type IVpc, type SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret, type ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Database } from './database';
import { names, ownerRole, processNames, processRoles } from './names';

const rotationDays = 30;
const memoryMb = 256;

interface PasswordRotationProps {
  vpc: IVpc;
  key: IKey;
  group: SecurityGroup;
  database: Database;
  functions: string;
}

export class PasswordRotation extends Construct {
  /** Holds `DATABASE_URL` and `DATABASE_REPLICA_URLS`, once it has been rotated for the first time. */
  readonly processes: Secret;
  /** Holds `DATABASE_OWNER_URL`. */
  readonly owner: Secret;

  constructor(scope: Construct, id: string, { vpc, key, group, database, functions }: PasswordRotationProps) {
    super(scope, id);
    const login = (of: string, secretName: string): Secret =>
      new Secret(this, of, {
        secretName,
        description: `The database as ${of.toLowerCase()} reach it`,
        encryptionKey: key,
        // Nobody's password: the first rotation, which comes with the schedule, writes what it is for.
        generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'unused' },
      });
    this.processes = login('Processes', 'plaza/database');
    this.owner = login('Migrations', 'plaza/database-owner');
    const rotate = new Function(this, 'Function', {
      description: "Changes the passwords of the database's roles",
      runtime: Runtime.NODEJS_22_X,
      handler: 'rotate-password.handler',
      code: Code.fromAsset(functions),
      memorySize: memoryMb,
      timeout: Duration.minutes(1),
      vpc,
      vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      securityGroups: [group],
      logGroup: new LogGroup(this, 'Log', {
        retention: RetentionDays.THREE_MONTHS,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      environment: this.environmentFor(database),
    });
    database.master.grantRead(rotate);
    rotate.addToRolePolicy(
      new PolicyStatement({
        actions: ['ecs:UpdateService'],
        resources: processNames.map((name) => this.serviceArn(name)),
      }),
    );
    const schedule = (secret: ISecret, of: string) =>
      secret.addRotationSchedule(of, {
        rotationLambda: rotate,
        automaticallyAfter: Duration.days(rotationDays),
      });
    schedule(database.master, 'MasterSchedule').node.addDependency(database.primary);
    for (const secret of [this.processes, this.owner])
      schedule(secret, 'Schedule').node.addDependency(database.primary);
  }

  private environmentFor(database: Database): Record<string, string> {
    return {
      // The authorities of RDS, which Lambda brings along and Node does not look at by itself.
      NODE_EXTRA_CA_CERTS: '/var/runtime/ca-cert.pem',
      DATABASE_HOST: database.host,
      REPLICA_HOSTS: database.replicas.map((replica) => replica.dbInstanceEndpointAddress).join(','),
      DATABASE: names.database,
      MASTER_SECRET: database.master.secretArn,
      OWNER_SECRET: this.owner.secretArn,
      OWNER_ROLE: ownerRole,
      PROCESS_ROLES: processRoles.join(','),
      CLUSTER: names.cluster,
      SERVICES: processNames.join(','),
    };
  }

  private serviceArn(name: string): string {
    return Stack.of(this).formatArn({
      service: 'ecs',
      resource: 'service',
      resourceName: `${names.cluster}/${name}`,
    });
  }
}
