/**
 * Valkey: product lists and rate limits. What it forgets is read again, so it is copied for its answers' sake and not backed up.
 */
import { CfnParameterGroup, CfnReplicationGroup, CfnSubnetGroup } from 'aws-cdk-lib/aws-elasticache';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { SecretValue } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { cachePort, names } from './names';
import type { Place } from './place';
import type { Size } from './sizes';

const tokenLength = 64;

export class Cache extends Construct {
  /** Holds `REDIS_URL`. */
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { subnets, group, key, size }: Place & { size: Size['cache'] }) {
    super(scope, id);
    const token = new Secret(this, 'Token', {
      description: 'What Valkey asks of whoever connects',
      encryptionKey: key,
      generateSecretString: { passwordLength: tokenLength, excludePunctuation: true },
    });
    const parameters = new CfnParameterGroup(this, 'Parameters', {
      cacheParameterGroupFamily: 'valkey8',
      description: 'Plaza: what was not asked for longest goes first',
      properties: { 'maxmemory-policy': 'allkeys-lru' },
    });
    const place = new CfnSubnetGroup(this, 'Subnets', {
      description: 'Plaza: where its cache lies',
      subnetIds: subnets.subnetIds,
    });
    const several = size.nodes > 1;
    const nodes = new CfnReplicationGroup(this, 'Nodes', {
      replicationGroupId: names.cache,
      replicationGroupDescription: 'Product lists and rate limits',
      engine: 'valkey',
      engineVersion: '8.0',
      cacheNodeType: size.type,
      numCacheClusters: size.nodes,
      automaticFailoverEnabled: several,
      multiAzEnabled: several,
      port: cachePort,
      cacheParameterGroupName: parameters.ref,
      cacheSubnetGroupName: place.ref,
      securityGroupIds: [group.securityGroupId],
      atRestEncryptionEnabled: true,
      kmsKeyId: key.keyArn,
      transitEncryptionEnabled: true,
      transitEncryptionMode: 'required',
      // Rendered as a reference that CloudFormation follows; the template never holds the token.
      authToken: token.secretValue.unsafeUnwrap(),
    });
    const address = `${nodes.attrPrimaryEndPointAddress}:${cachePort}`;
    this.secret = new Secret(this, 'Address', {
      secretName: 'plaza/cache',
      description: 'Where Valkey is, with what it asks for',
      encryptionKey: key,
      secretObjectValue: {
        REDIS_URL: SecretValue.unsafePlainText(
          `rediss://default:${token.secretValue.unsafeUnwrap()}@${address}`,
        ),
      },
    });
  }
}
