/** Where the world comes in: CloudFront, which alone reaches the load balancer, and the name under which it is found. */
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { VpcOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { ApplicationLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from './deployment';

/** The longest that CloudFront waits without asking for more; event streams say something every 15 s. */
const answerSeconds = 60;
/** Shorter than the balancer keeps a connection on which nobody asks. */
const keptSeconds = 55;

interface EdgeStackProps extends StackProps {
  deployment: Deployment;
  balancer: ApplicationLoadBalancer;
  certificate: ICertificate;
  firewallArn: string;
}

export class EdgeStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { deployment, balancer, certificate, firewallArn, ...props }: EdgeStackProps,
  ) {
    super(scope, id, props);
    const { domain, zone, zoneId } = deployment;
    const origin = VpcOrigin.withApplicationLoadBalancer(balancer, {
      httpsPort: 443,
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      readTimeout: Duration.seconds(answerSeconds),
      keepaliveTimeout: Duration.seconds(keptSeconds),
    });
    const asked: BehaviorOptions = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // What may be kept, and for whom, Plaza decides by who asks: nothing of it is kept here.
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
      compress: true,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Plaza',
      domainNames: [domain],
      certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      webAclId: firewallArn,
      defaultBehavior: asked,
      // Files of the back office are named by their content and never change.
      additionalBehaviors: {
        '/backoffice/assets/*': {
          ...asked,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        },
      },
    });
    const hostedZone = HostedZone.fromHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: zoneId,
      zoneName: zone,
    });
    const record = {
      zone: hostedZone,
      recordName: domain,
      target: RecordTarget.fromAlias(new CloudFrontTarget(distribution)),
    };
    new ARecord(this, 'Address', record);
    new AaaaRecord(this, 'Address6', record);
    new CfnOutput(this, 'Site', { value: `https://${domain}` });
  }
}
