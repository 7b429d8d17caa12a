/**
 * What Plaza remembers: PostgreSQL above all, from which the rest can be made up again; Kafka, Valkey, and the secrets that lead
 * to them.
 */
import { SubnetType } from 'aws-cdk-lib/aws-ec2';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { Backups } from './backups';
import { Cache } from './cache';
import { Database } from './database';
import type { GroundStack } from './ground.stack';
import { PasswordRotation } from './password-rotation';
import type { Size } from './sizes';
import { Stream } from './stream';

/** The secrets that tasks are given, each by what it leads to. */
export interface EngineSecrets {
  database: ISecret;
  owner: ISecret;
  cache: ISecret;
  stream: ISecret;
}

export interface DataStackProps extends StackProps {
  size: Size;
  ground: GroundStack;
  /** Folder of the functions that run beside the database. */
  functions: string;
}

export class DataStack extends Stack {
  readonly secrets: EngineSecrets;
  readonly brokers: string;
  readonly databaseHost: string;

  constructor(scope: Construct, id: string, { size, ground, functions, ...props }: DataStackProps) {
    super(scope, id, props);
    const { vpc, groups } = ground;
    const key = ground.keyIn(this);
    const place = { vpc, key, subnets: vpc.selectSubnets({ subnetType: SubnetType.PRIVATE_ISOLATED }) };
    const database = new Database(this, 'Database', {
      ...place,
      group: groups.database,
      size: size.database,
    });
    const rotation = new PasswordRotation(this, 'Rotation', {
      vpc,
      key,
      group: groups.functions,
      database,
      functions,
    });
    const stream = new Stream(this, 'Stream', { ...place, group: groups.stream, size: size.stream });
    const cache = new Cache(this, 'Cache', { ...place, group: groups.cache, size: size.cache });
    new Backups(this, 'Backups', { key, database: database.primary });
    this.secrets = {
      database: rotation.processes,
      owner: rotation.owner,
      cache: cache.secret,
      stream: stream.secret,
    };
    this.brokers = stream.brokers;
    this.databaseHost = database.host;
  }
}
