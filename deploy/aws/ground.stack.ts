/**
 * What everything else stands on: the network with who may speak to whom, the key of what is stored, and where images come from.
 */
import {
  FlowLogDestination,
  FlowLogTrafficType,
  GatewayVpcEndpointAwsService,
  InterfaceVpcEndpointAwsService,
  IpAddresses,
  Peer,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Repository, TagMutability } from 'aws-cdk-lib/aws-ecr';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, type IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib/core';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources';
import type { Construct } from 'constructs';
import { cachePort, databasePort, names, ports, streamPort } from './names';
import type { Size } from './sizes';

/** Who is a side of a conversation, by what it is. */
export interface Groups {
  balancer: SecurityGroup;
  processes: SecurityGroup;
  functions: SecurityGroup;
  database: SecurityGroup;
  cache: SecurityGroup;
  stream: SecurityGroup;
}

const imagesKeptMax = 30;
const mailPort = 465;
/** Of a service of ClickHouse's own cloud, over TLS. */
const seriesPort = 8_443;

export class GroundStack extends Stack {
  readonly vpc: Vpc;
  readonly groups: Groups;
  private readonly key: Key;
  readonly images: Repository;
  readonly collectorImages: Repository;

  constructor(scope: Construct, id: string, { size, ...props }: StackProps & { size: Size }) {
    super(scope, id, props);
    Validations.of(this).acknowledge({
      id: 'CloudFormation-Validate::W3010',
      reason: 'The zones are named, so that a template is the same whoever writes it.',
    });
    this.key = new Key(this, 'Key', {
      description: 'What Plaza stores: databases, streams, secrets, backups',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.letUseKey();
    this.vpc = this.makeNetwork(size.natGateways);
    this.groups = this.makeGroups();
    this.letSpeak();
    this.images = this.makeRepository('Images', names.imageRepository);
    this.collectorImages = this.makeRepository('CollectorImages', names.collectorRepository);
  }

  /** Said here rather than asked of the account. */
  override get availabilityZones(): string[] {
    return ['a', 'b', 'c'].map((zone) => `${this.region}${zone}`);
  }

  /** The key as another stack uses it: who may use it stands there, with whom it is given to. */
  keyIn(scope: Construct): IKey {
    return Key.fromKeyArn(scope, 'Key', this.key.keyArn);
  }

  /**
   * Who may read a secret may have it decrypted, as under AWS' own key: what may be read is said where it is read. And alarms and
   * mail that did not arrive are told by topics, whose messages are under the key, too.
   */
  private letUseKey(): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new AnyPrincipal()],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': this.account,
            'kms:ViaService': `secretsmanager.${this.region}.amazonaws.com`,
          },
        },
      }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: ['cloudwatch', 'ses'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`)),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
  }

  private makeNetwork(natGateways: number): Vpc {
    const vpc = new Vpc(this, 'Network', {
      ipAddresses: IpAddresses.cidr('10.20.0.0/16'),
      maxAzs: this.availabilityZones.length,
      natGateways,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'processes', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
        { name: 'data', subnetType: SubnetType.PRIVATE_ISOLATED, cidrMask: 24 },
      ],
      gatewayEndpoints: { S3: { service: GatewayVpcEndpointAwsService.S3 } },
    });
    const refused = new LogGroup(this, 'RefusedConnections', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    vpc.addFlowLog('Refused', {
      destination: FlowLogDestination.toCloudWatchLogs(refused),
      trafficType: FlowLogTrafficType.REJECT,
    });
    // What a task needs in order to start must not depend on a way to the internet.
    const { ECR, ECR_DOCKER, CLOUDWATCH_LOGS, SECRETS_MANAGER, ECS, XRAY } = InterfaceVpcEndpointAwsService;
    for (const service of [ECR, ECR_DOCKER, CLOUDWATCH_LOGS, SECRETS_MANAGER, ECS, XRAY])
      vpc.addInterfaceEndpoint(service.shortName, { service, subnets: { subnetGroupName: 'processes' } });
    return vpc;
  }

  private makeGroups(): Groups {
    const group = (what: string, allowAllOutbound = false): SecurityGroup =>
      new SecurityGroup(this, what, { vpc: this.vpc, description: `Plaza: ${what}`, allowAllOutbound });
    return {
      balancer: group('balancer'),
      processes: group('processes'),
      functions: group('functions'),
      database: group('database'),
      cache: group('cache'),
      stream: group('stream'),
    };
  }

  /** Nobody speaks to anybody, unless it is written here. */
  private letSpeak(): void {
    const { balancer, processes, functions, database, cache, stream } = this.groups;
    balancer.addIngressRule(Peer.prefixList(this.edgeAddresses()), Port.tcp(443), 'CloudFront alone');
    balancer.connections.allowTo(processes, Port.tcp(ports.api), 'requests');
    processes.connections.allowTo(database, Port.tcp(databasePort), 'PostgreSQL');
    processes.connections.allowTo(cache, Port.tcp(cachePort), 'Valkey');
    processes.connections.allowTo(stream, Port.tcp(streamPort), 'Kafka');
    functions.connections.allowTo(database, Port.tcp(databasePort), 'roles and their passwords');
    functions.addEgressRule(Peer.anyIpv4(), Port.tcp(443), 'the interfaces of AWS');
    // Also partners' webhooks, ClickHouse and mail. Addresses that others name are looked at by the processes themselves.
    for (const port of [443, mailPort, seriesPort])
      processes.addEgressRule(Peer.anyIpv4(), Port.tcp(port), 'third parties');
  }

  /** From where CloudFront reaches what is within a network: a list that AWS keeps, with an id of its own in each region. */
  private edgeAddresses(): string {
    const call = {
      service: 'EC2',
      action: 'describeManagedPrefixLists',
      parameters: {
        Filters: [{ Name: 'prefix-list-name', Values: ['com.amazonaws.global.cloudfront.origin-facing'] }],
      },
      physicalResourceId: PhysicalResourceId.of('edge-addresses'),
      outputPaths: ['PrefixLists.0.PrefixListId'],
    };
    const lookup = new AwsCustomResource(this, 'EdgeAddresses', {
      onUpdate: call,
      policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }),
    });
    return lookup.getResponseField('PrefixLists.0.PrefixListId');
  }

  private makeRepository(id: string, repositoryName: string): Repository {
    return new Repository(this, id, {
      repositoryName,
      imageScanOnPush: true,
      imageTagMutability: TagMutability.IMMUTABLE,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ maxImageCount: imagesKeptMax }],
    });
  }
}
