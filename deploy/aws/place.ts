/** Where an engine stands, and by which key it keeps what it has. */
import type { IVpc, SecurityGroup, SelectedSubnets } from 'aws-cdk-lib/aws-ec2';
import type { IKey } from 'aws-cdk-lib/aws-kms';

export interface Place {
  vpc: IVpc;
  subnets: SelectedSubnets;
  group: SecurityGroup;
  key: IKey;
}
