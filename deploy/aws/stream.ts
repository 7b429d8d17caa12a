/**
 * Kafka: three brokers in three zones, spoken to over TLS by a login (SCRAM-SHA-512), each message on three of them before it
 * counts.
 */
import { CfnBatchScramSecret, CfnCluster, CfnConfiguration } from 'aws-cdk-lib/aws-msk';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { PredefinedMetric, ScalableTarget, ServiceNamespace } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import { Construct } from 'constructs';
import { names } from './names';
import type { Place } from './place';
import type { Size } from './sizes';

const kafkaVersion = '3.9.x.kraft';
const brokers = 3;
/** What `plaza check --deploy` asks for, and what the processes send at most. */
const serverProperties = [
  'auto.create.topics.enable=false',
  'default.replication.factor=3',
  'min.insync.replicas=2',
  'unclean.leader.election.enable=false',
  'log.retention.hours=168',
  'message.max.bytes=2097152',
].join('\n');
const storageFullPercent = 70;

export class Stream extends Construct {
  /** Holds `username` and `password`. */
  readonly secret: Secret;
  /** As `KAFKA_BROKERS` has it. */
  readonly brokers: string;

  constructor(scope: Construct, id: string, { subnets, group, key, size }: Place & { size: Size['stream'] }) {
    super(scope, id);
    const configuration = new CfnConfiguration(this, 'Settings', {
      name: names.stream,
      kafkaVersionsList: [kafkaVersion],
      serverProperties,
    });
    const log = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const cluster = new CfnCluster(this, 'Cluster', {
      clusterName: names.stream,
      kafkaVersion,
      numberOfBrokerNodes: brokers,
      brokerNodeGroupInfo: {
        instanceType: size.type,
        clientSubnets: subnets.subnetIds,
        securityGroups: [group.securityGroupId],
        connectivityInfo: { publicAccess: { type: 'DISABLED' } },
        storageInfo: { ebsStorageInfo: { volumeSize: size.storageGb } },
      },
      clientAuthentication: { sasl: { scram: { enabled: true } }, unauthenticated: { enabled: false } },
      configurationInfo: { arn: configuration.attrArn, revision: 1 },
      encryptionInfo: {
        encryptionAtRest: { dataVolumeKmsKeyId: key.keyArn },
        encryptionInTransit: { clientBroker: 'TLS', inCluster: true },
      },
      enhancedMonitoring: 'PER_TOPIC_PER_BROKER',
      loggingInfo: { brokerLogs: { cloudWatchLogs: { enabled: true, logGroup: log.logGroupName } } },
    });
    cluster.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.letStorageGrow(cluster, size);
    this.secret = this.makeLogin(cluster, { key });
    this.brokers = this.addressesOf(cluster);
  }

  /** Kafka takes only secrets of such a name, under a key of one's own. */
  private makeLogin(cluster: CfnCluster, { key }: Pick<Place, 'key'>): Secret {
    const secret = new Secret(this, 'Login', {
      secretName: 'AmazonMSK_plaza',
      description: 'As whom the processes speak to Kafka',
      encryptionKey: key,
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ username: 'plaza' }),
        generateStringKey: 'password',
        passwordLength: 48,
        excludePunctuation: true,
      },
    });
    secret.grantRead(new ServicePrincipal('kafka.amazonaws.com'));
    new CfnBatchScramSecret(this, 'Logins', {
      clusterArn: cluster.attrArn,
      secretArnList: [secret.secretArn],
    });
    return secret;
  }

  /** CloudFormation does not tell where the brokers are, so Kafka's own interface is asked. */
  private addressesOf(cluster: CfnCluster): string {
    const answer = new AwsCustomResource(this, 'Addresses', {
      onUpdate: {
        service: 'Kafka',
        action: 'getBootstrapBrokers',
        parameters: { ClusterArn: cluster.attrArn },
        physicalResourceId: PhysicalResourceId.of('addresses'),
        outputPaths: ['BootstrapBrokerStringSaslScram'],
      },
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: [cluster.attrArn] }),
    });
    return answer.getResponseField('BootstrapBrokerStringSaslScram');
  }

  private letStorageGrow(cluster: CfnCluster, { storageGbMax }: Size['stream']): void {
    const target = new ScalableTarget(this, 'Storage', {
      serviceNamespace: ServiceNamespace.KAFKA,
      resourceId: cluster.attrArn,
      scalableDimension: 'kafka:broker-storage:VolumeSize',
      // As Kafka's service wants it; what is there stays.
      minCapacity: 1,
      maxCapacity: storageGbMax,
    });
    target.scaleToTrackMetric('Full', {
      predefinedMetric: PredefinedMetric.KAFKA_BROKER_STORAGE_UTILIZATION,
      targetValue: storageFullPercent,
      // Volumes only grow.
      disableScaleIn: true,
    });
  }
}
