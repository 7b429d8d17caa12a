/**
 * The load balancer: within the network, open for the paths of the api alone. Metrics and health are served on the same port and
 * stay inside.
 */
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { SubnetType, type IVpc, type SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { FargateService } from 'aws-cdk-lib/aws-ecs';
import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ApplicationTargetGroup,
  ListenerAction,
  ListenerCondition,
  SslPolicy,
  TargetGroupLoadBalancingAlgorithmType,
  type ApplicationListener,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { drainSeconds, ports } from './names';

/** Longer than an event stream says nothing (15 s), shorter than a process keeps a connection on which nobody asks (72 s). */
const idleSeconds = 60;
/** A condition takes five paths at most. */
const openPaths = [
  ['/v1/*', '/docs', '/docs/*', '/backoffice', '/backoffice/*'],
  ['/', '/.well-known/jwks.json', '/openapi.json', '/asyncapi.json'],
];

interface BalancerProps {
  vpc: IVpc;
  group: SecurityGroup;
  certificate: ICertificate;
  logDays: number;
}

export function makeBalancer(
  scope: Construct,
  { vpc, group, certificate, logDays }: BalancerProps,
): { balancer: ApplicationLoadBalancer; listener: ApplicationListener } {
  const balancer = new ApplicationLoadBalancer(scope, 'Balancer', {
    vpc,
    vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
    internetFacing: false,
    securityGroup: group,
    idleTimeout: Duration.seconds(idleSeconds),
    dropInvalidHeaderFields: true,
    deletionProtection: true,
  });
  balancer.logAccessLogs(makeLogBucket(scope, logDays));
  const listener = balancer.addListener('Requests', {
    port: 443,
    protocol: ApplicationProtocol.HTTPS,
    certificates: [certificate],
    sslPolicy: SslPolicy.TLS13_RES,
    // Who may ask is decided by the group of the balancer.
    open: false,
    defaultAction: ListenerAction.fixedResponse(404),
  });
  return { balancer, listener };
}

export function openTo(listener: ApplicationListener, service: FargateService): ApplicationTargetGroup {
  const targets = new ApplicationTargetGroup(service, 'Targets', {
    vpc: service.cluster.vpc,
    port: ports.api,
    protocol: ApplicationProtocol.HTTP,
    targets: [service],
    deregistrationDelay: Duration.seconds(drainSeconds),
    loadBalancingAlgorithmType: TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS,
    healthCheck: {
      path: '/health/ready',
      interval: Duration.seconds(10),
      timeout: Duration.seconds(4),
      healthyThresholdCount: 2,
      unhealthyThresholdCount: 2,
    },
  });
  for (const [index, paths] of openPaths.entries())
    listener.addAction(`Paths${index + 1}`, {
      priority: index + 1,
      conditions: [ListenerCondition.pathPatterns(paths)],
      action: ListenerAction.forward([targets]),
    });
  return targets;
}

/** AWS writes access logs only to buckets under its own keys. */
function makeLogBucket(scope: Construct, logDays: number): Bucket {
  return new Bucket(scope, 'AccessLogs', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(logDays) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
