/**
 * What `deploy/aws` would make, read from its templates: it is as AWS' schemas have it, closed to the world, and what the
 * processes expect.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { createLogger, readSettings, SystemClock } from '@plaza/platform';
import { runChecks } from '../../apps/cli/src/check/check';
import { Deployment } from '../../apps/cli/src/check/deployment';
import { settingsChecks } from '../../apps/cli/src/check/settings-checks';
import { tlsChecks } from '../../apps/cli/src/check/tls-checks';
import { containersOf, ofPlaza, variablesOf } from './aws-containers';
import { templatesOf, type Templates } from './aws-templates';

const root = resolve(__dirname, '../..');
const text = (file: string): string => readFileSync(resolve(root, file), 'utf8');
const sizes = ['small', 'medium', 'large'];

const all = new Map<string, Templates>();
const of = (size: string): Templates => {
  const templates = all.get(size);
  if (!templates) throw new Error(`There are no templates of ${size}`);
  return templates;
};

beforeAll(async () => {
  const made = await Promise.all(sizes.map((size) => templatesOf(size, { validated: size === 'large' })));
  sizes.forEach((size, index) => made[index] && all.set(size, made[index]));
}, 400_000);

describe.each(sizes)('On AWS, the size %s', (size) => {
  it('consists of all stacks', () => {
    const stacks = ['data', 'edge', 'firewall', 'ground', 'mail', 'processes', 'watch'];
    expect([...new Set(of(size).all.map(({ stack }) => stack))].sort()).toEqual(
      stacks.map((name) => `plaza-${name}`),
    );
  });

  it('has data that nobody reaches from outside, and that is encrypted where it lies', () => {
    const { ofType } = of(size);
    for (const { Properties } of ofType('RDS::DBInstance')) {
      expect(Properties).toMatchObject({ PubliclyAccessible: false, DeletionProtection: true });
      // A replica is encrypted as what it copies.
      if (Properties['SourceDBInstanceIdentifier'] === undefined)
        expect(Properties).toMatchObject({
          StorageEncrypted: true,
          MultiAZ: true,
          KmsKeyId: expect.anything(),
        });
    }
    expect(ofType('MSK::Cluster')[0]?.Properties).toMatchObject({
      BrokerNodeGroupInfo: { ConnectivityInfo: { PublicAccess: { Type: 'DISABLED' } } },
      ClientAuthentication: { Sasl: { Scram: { Enabled: true } }, Unauthenticated: { Enabled: false } },
      EncryptionInfo: { EncryptionInTransit: { ClientBroker: 'TLS', InCluster: true } },
    });
    expect(ofType('ElastiCache::ReplicationGroup')[0]?.Properties).toMatchObject({
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
      AuthToken: expect.anything(),
    });
    for (const { Properties } of ofType('S3::Bucket')) {
      expect(Properties['PublicAccessBlockConfiguration']).toMatchObject({ RestrictPublicBuckets: true });
      expect(Properties['BucketEncryption']).toBeDefined();
    }
  });

  it('has one key for it, which whoever may read a secret may use for that', () => {
    const keys = of(size).ofType('KMS::Key');
    expect(keys).toHaveLength(1);
    expect(keys[0]?.Properties).toMatchObject({ EnableKeyRotation: true });
    expect(keys[0]?.Properties['KeyPolicy'].Statement).toContainEqual(
      expect.objectContaining({
        Condition: {
          StringEquals: {
            'kms:CallerAccount': '111122223333',
            'kms:ViaService': 'secretsmanager.us-east-1.amazonaws.com',
          },
        },
      }),
    );
  });

  it('lets in nobody but through CloudFront', () => {
    const { ofType } = of(size);
    expect(ofType('ElasticLoadBalancingV2::LoadBalancer')[0]?.Properties['Scheme']).toBe('internal');
    const groups = ofType('EC2::SecurityGroup').flatMap(
      ({ Properties }) => Properties['SecurityGroupIngress'] ?? [],
    );
    const rules = [...groups, ...ofType('EC2::SecurityGroupIngress').map(({ Properties }) => Properties)];
    expect(rules.length).toBeGreaterThan(4);
    for (const rule of rules) expect([rule.CidrIp, rule.CidrIpv6]).not.toContain('0.0.0.0/0');
    expect(rules.filter(({ SourcePrefixListId }) => SourcePrefixListId !== undefined)).toHaveLength(1);
    for (const service of ofType('ECS::Service'))
      expect(service.Properties['NetworkConfiguration'].AwsvpcConfiguration.AssignPublicIp).toBe('DISABLED');
  });

  it('has as many zones, servers and tasks as its row of the table says', () => {
    const { ofType } = of(size);
    const targets = ofType('ApplicationAutoScaling::ScalableTarget').filter(
      ({ Properties }) => Properties['ServiceNamespace'] === 'ecs',
    );
    expect(targets).toHaveLength(3);
    for (const { Properties } of targets)
      expect(Properties['MaxCapacity']).toBeGreaterThan(Properties['MinCapacity'] - 1);
    expect(new Set(ofType('EC2::Subnet').map(({ Properties }) => Properties['AvailabilityZone'])).size).toBe(
      3,
    );
  });
});

describe('On AWS, everything', () => {
  it('is as the schemas of AWS have it', () => {
    expect(of('large').violations).toEqual([]);
  });
});

describe('On AWS, a request', () => {
  it('passes a firewall that knows attacks and ends floods', () => {
    const { ofType } = of('medium');
    const [distribution] = ofType('CloudFront::Distribution');
    expect(distribution?.Properties['DistributionConfig']).toMatchObject({
      WebACLId: expect.anything(),
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    const rules: { Statement: object }[] = ofType('WAFv2::WebACL')[0]?.Properties['Rules'];
    const kinds = rules.flatMap(({ Statement }) => Object.keys(Statement));
    expect(kinds.filter((kind) => kind === 'RateBasedStatement')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'ManagedRuleGroupStatement').length).toBeGreaterThan(2);
  });

  it('is for the paths of the api alone', () => {
    const paths = of('medium')
      .ofType('ElasticLoadBalancingV2::ListenerRule')
      .flatMap(({ Properties }) => Properties['Conditions'])
      .flatMap(({ PathPatternConfig }) => PathPatternConfig.Values as string[]);
    expect(paths).toContain('/v1/*');
    expect(paths.join(' ')).not.toMatch(/metrics|health|(^| )\/\*/);
    const [listener] = of('medium').ofType('ElasticLoadBalancingV2::Listener');
    expect(listener?.Properties).toMatchObject({
      Protocol: 'HTTPS',
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
    });
  });
});

describe('On AWS, every process', () => {
  const tasks = () => of('medium').ofType('ECS::TaskDefinition');

  it('is there, and is confined', () => {
    expect(tasks().flatMap((task) => ofPlaza(task).map(({ Name }) => Name))).toEqual(
      expect.arrayContaining(['api', 'payments', 'worker', 'migrate']),
    );
    for (const container of tasks().flatMap(ofPlaza))
      expect(container).toMatchObject({ User: '1000', ReadonlyRootFilesystem: true });
    for (const container of tasks().flatMap(containersOf))
      expect(container.ReadonlyRootFilesystem).toBe(true);
  });

  it('gives a database whose machine vanished up within half a minute', () => {
    for (const container of tasks().flatMap(ofPlaza))
      expect(container.SystemControls).toEqual([{ Namespace: 'net.ipv4.tcp_retries2', Value: '6' }]);
  });

  it('gets variables that Plaza knows, and settings that can be used', () => {
    const known = new Set([
      ...Array.from(
        text('libs/platform/src/environment.ts').matchAll(/^ {2}([A-Z_]+):/gm),
        ([, name]) => name,
      ),
      // Node's own, and OpenTelemetry's.
      ...['NODE_OPTIONS', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG'],
    ]);
    for (const container of tasks().flatMap(ofPlaza)) {
      const names = [...container.Environment, ...(container.Secrets ?? [])].map(({ Name }) => Name);
      expect(names.filter((name) => !known.has(name))).toEqual([]);
      expect(readSettings(variablesOf(container))).toMatchObject({
        environment: 'production',
        trustProxy: 2,
      });
    }
  });

  it('gets settings against which `plaza check --deploy` has nothing to say', async () => {
    const logger = createLogger({ level: 'silent', pretty: false, name: 'test' });
    for (const container of tasks()
      .flatMap(ofPlaza)
      .filter(({ Name }) => Name !== 'migrate')) {
      const deployment = new Deployment(readSettings(variablesOf(container)), new SystemClock(), logger);
      const results = await runChecks([...settingsChecks, ...tlsChecks], deployment);
      expect(results.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
    }
  });

  it('gets every secret by reference, and no template holds one', () => {
    const names = tasks().flatMap((task) =>
      containersOf(task).flatMap(({ Environment }) => Environment.map(({ Name }) => Name)),
    );
    expect(
      names.filter((name) => /PASSWORD|SECRET|KEYS|AUTH$|DATABASE_URL|REDIS_URL|SMTP_URL/.test(name)),
    ).toEqual([]);
    for (const { Properties } of of('medium').ofType('SecretsManager::Secret')) {
      const stated = JSON.stringify(Properties['SecretString'] ?? '');
      expect(
        Properties['GenerateSecretString'] !== undefined || stated.includes('{{resolve:secretsmanager:'),
      ).toBe(true);
      expect(Properties['KmsKeyId']).toBeDefined();
    }
    expect(of('medium').text).not.toMatch(/-----BEGIN|:\/\/\w+:[^@{"]{6,}@/);
  });

  it('is replaced only by one that is healthy, after the schemas, and ends in its own time', () => {
    for (const { Properties, DependsOn } of of('medium').ofType('ECS::Service')) {
      expect(Properties['DeploymentConfiguration']).toMatchObject({
        MinimumHealthyPercent: 100,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      });
      expect(DependsOn).toContain('MigrateFirst');
    }
    // A process takes up to 25 s to finish what it holds.
    for (const { Name, StopTimeout } of tasks().flatMap(ofPlaza))
      if (Name !== 'migrate') expect(StopTimeout).toBeGreaterThan(25 + 5);
  });

  it('may do nothing in the account but tell what it counts', () => {
    const roles = tasks().map(({ Properties }) => Properties['TaskRoleArn']['Fn::GetAtt'][0] as string);
    const policies = of('medium')
      .ofType('IAM::Policy')
      .filter(({ Properties }) =>
        Properties['Roles']?.some((role: { Ref: string }) => roles.includes(role.Ref)),
      );
    const actions = policies.flatMap(({ Properties }) =>
      Properties['PolicyDocument'].Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
    );
    expect(new Set(actions)).toEqual(
      new Set([
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ]),
    );
  });

  it('scales by consumer groups and topics that Plaza reads', () => {
    const lags = of('medium')
      .ofType('CloudWatch::Alarm')
      .filter(({ Properties }) => Properties['MetricName'] === 'SumOffsetLag')
      .flatMap(({ Properties }) => Properties['Dimensions'] as { Name: string; Value: string }[]);
    const named = (name: string) =>
      new Set(lags.filter(({ Name }) => Name === name).map(({ Value }) => Value));
    expect(named('Consumer Group')).toEqual(new Set(['plaza.payments', 'plaza.catalog', 'plaza.orders']));
    expect(named('Topic')).toEqual(new Set(['online', 'offline', 'orders.events', 'payments.events']));
  });
});

describe('On AWS, an alarm', () => {
  const alarms = () =>
    of('large')
      .ofType('CloudWatch::Alarm')
      .filter(({ stack }) => stack === 'plaza-watch');

  it('is there for every rule that Prometheus has, and tells somebody', () => {
    const { groups } = parse(text('deploy/monitoring/alerts.yml')) as {
      groups: { rules: { alert: string }[] }[];
    };
    const rules = groups.flatMap(({ rules: inGroup }) => inGroup.map(({ alert }) => alert));
    const names = alarms().map(({ Properties }) => String(Properties['AlarmName']).split('-')[1]);
    expect(rules.filter((rule) => !names.includes(rule))).toEqual([]);
    for (const { Properties } of alarms()) expect(Properties['AlarmActions']).toHaveLength(1);
  });

  it('that no rule of Prometheus has is described where operators look', () => {
    const parts = [
      ...`${text('docs/runbooks/alerts.md')}${text('docs/runbooks/aws.md')}`.matchAll(/^##+ (\w+)$/gm),
    ];
    const described = new Set(parts.map(([, name]) => name));
    const names = alarms().map(({ Properties }) => String(Properties['AlarmName']).split('-')[1] ?? '');
    expect(names.filter((name) => !described.has(name))).toEqual([]);
  });

  it('asks for what the collector tells', () => {
    const collectors = of('large')
      .ofType('ECS::TaskDefinition')
      .flatMap(containersOf)
      .filter(({ Name }) => Name === 'collector');
    expect(collectors).toHaveLength(3);
    const settings = collectors.map(({ Environment }) => String(Environment[0]?.Value)).join('\n');
    const asked = alarms()
      .filter(({ Properties }) => Properties['Namespace'] === 'Plaza')
      .map(({ Properties }) => String(Properties['MetricName']));
    expect(asked.length).toBeGreaterThan(9);
    for (const name of asked) expect(settings).toContain(`^${name}$`);
  });
});

describe('On AWS, a deployment that is told too little', () => {
  it('is refused with everything that is wrong', async () => {
    const refused = templatesOf('huge', {
      changes: { gatewayUrl: 'http://gateway.example.org', account: 'mine' },
    });
    await expect(refused).rejects.toThrow(
      /size: [\s\S]+account: must be[\s\S]+gatewayUrl: must be an https URL/,
    );
  }, 400_000);
});
