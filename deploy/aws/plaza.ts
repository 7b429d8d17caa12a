/** All of Plaza on AWS: its stacks in the order in which they are deployed. What stands on something else comes after it. */
import { Tags, type App } from 'aws-cdk-lib/core';
import { DataStack } from './data.stack';
import type { Deployment } from './deployment';
import { EdgeStack } from './edge.stack';
import { FirewallStack, firewallRegion } from './firewall.stack';
import { GroundStack } from './ground.stack';
import { MailStack } from './mail.stack';
import { ProcessesStack } from './processes.stack';
import { sizes } from './sizes';
import { WatchStack } from './watch.stack';

/** @param functions folder of the built functions */
export function plazaOnAws(app: App, deployment: Deployment, functions: string): void {
  const size = sizes[deployment.size];
  const { account, region, operator } = deployment;
  const here = { env: { account, region }, terminationProtection: true, crossRegionReferences: true };
  const ground = new GroundStack(app, 'plaza-ground', { ...here, size });
  const data = new DataStack(app, 'plaza-data', { ...here, size, ground, functions });
  new MailStack(app, 'plaza-mail', { ...here, deployment, ground });
  const processes = new ProcessesStack(app, 'plaza-processes', {
    ...here,
    deployment,
    size,
    ground,
    data,
    functions,
  });
  const firewall = new FirewallStack(app, 'plaza-firewall', {
    ...here,
    env: { account, region: firewallRegion },
    deployment,
  });
  new EdgeStack(app, 'plaza-edge', {
    ...here,
    deployment,
    balancer: processes.balancer,
    certificate: firewall.certificate,
    firewallArn: firewall.firewallArn,
  });
  new WatchStack(app, 'plaza-watch', {
    ...here,
    size,
    operator,
    balancer: processes.balancer,
    ground,
  });
  Tags.of(app).add('application', 'plaza');
}
