/** The manifests of `deploy/kubernetes`: as Kubernetes' and KEDA's schemas have them, and what they promise about every process. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ScaledObject, TriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Namespace, Service, ServiceAccount } from 'kubernetes-models/v1';
import { parse, parseAllDocuments } from 'yaml';
import { readSettings } from '@plaza/platform';
import { testKeys } from '#test/keys';

const root = resolve(__dirname, '../..');
const folder = resolve(root, 'deploy/kubernetes');
const text = (file: string): string => readFileSync(resolve(folder, file), 'utf8');
const { resources } = parse(text('kustomization.yaml')) as { resources: string[] };

const kinds = {
  Deployment,
  Ingress,
  Job,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  ScaledObject,
  Service,
  ServiceAccount,
  TriggerAuthentication,
};

interface Container {
  name: string;
  image: string;
  env: { name: string; value: string }[];
  ports: { containerPort: number }[];
  startupProbe: Probe;
  livenessProbe: Probe;
  readinessProbe: Probe;
  resources: { limits: { memory?: string } };
  securityContext: object;
}

interface Probe {
  httpGet: { path: string };
}

/** Whatever the kind: of each what is looked at here. */
interface Spec {
  template: {
    spec: {
      automountServiceAccountToken: boolean;
      securityContext: object;
      terminationGracePeriodSeconds: number;
      containers: [Container, ...Container[]];
    };
  };
  triggers: { type: string; metadata: { consumerGroup: string } }[];
  rules: { http: { paths: { path: string }[] } }[];
}

interface Manifest {
  apiVersion: string;
  kind: keyof typeof kinds;
  metadata: { name: string };
  spec: Spec;
}

const manifests = resources.flatMap((file) =>
  parseAllDocuments(text(file)).map((document) => document.toJS() as Manifest),
);
const named = manifests.map((manifest) => [`${manifest.kind} ${manifest.metadata.name}`, manifest] as const);
const ofKind = (kind: Manifest['kind']) => manifests.filter((manifest) => manifest.kind === kind);
const processes = ['api', 'payments', 'worker'];

/** What is validated but never looked at is unknown to the schema: a misspelt field. Tells its path. */
function unknownFields(manifest: Manifest): string[] {
  const unread = new Set<string>();
  const watched = (value: unknown, path: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]) => {
      const innerPath = `${path}/${name}`;
      unread.add(innerPath);
      return [name, innerPath, watched(inner, innerPath)] as const;
    });
    const copy: object = Array.isArray(value) ? [] : {};
    for (const [name, innerPath, inner] of entries) {
      Object.defineProperty(copy, name, {
        enumerable: true,
        get: () => {
          unread.delete(innerPath);
          return inner;
        },
      });
    }
    return copy;
  };
  const model = new kinds[manifest.kind]();
  model.validate.call(watched(manifest, ''));
  return [...unread];
}

const podOf = ({ spec }: Manifest) => spec.template.spec;

describe('On Kubernetes, every manifest', () => {
  it('stands in a file that is applied', () => {
    const files = readdirSync(folder).filter(
      (file) => file.endsWith('.yaml') && file !== 'kustomization.yaml',
    );
    expect(files.sort()).toEqual([...resources].sort());
  });

  it.each(named)('is as its schema has it: %s', (_name, manifest) => {
    expect(manifest.apiVersion).toBe(kinds[manifest.kind].apiVersion);
    expect(unknownFields(manifest)).toEqual([]);
  });

  it('would be found out by a wrong value and by a misspelt field', () => {
    const [budget] = ofKind('PodDisruptionBudget');
    if (!budget) throw new Error('There is no disruption budget');
    const changed = (change: object): Manifest => ({ ...budget, spec: { ...budget.spec, ...change } });
    expect(unknownFields(changed({ maxUnavailabel: 1 }))).toEqual(['/spec/maxUnavailabel']);
    expect(() => unknownFields(changed({ selector: 'api' }))).toThrow(/selector/);
  });

  it('brings no secret along', () => {
    expect(manifests.map(({ kind }) => kind)).not.toContain('Secret');
    expect(text('plaza.env')).not.toMatch(/(PASSWORD|KEYS|SECRET)/);
  });
});

describe('On Kubernetes, every process', () => {
  it('is there, and may be interrupted one at a time', () => {
    const names = (kind: Manifest['kind']) => ofKind(kind).map(({ metadata }) => metadata.name);
    expect(names('Deployment')).toEqual(processes);
    expect(names('PodDisruptionBudget')).toEqual(processes);
    expect(names('ScaledObject')).toEqual(processes);
  });

  it.each([...ofKind('Deployment'), ...ofKind('Job')])('is confined: $metadata.name', (manifest) => {
    const { securityContext, automountServiceAccountToken, containers } = podOf(manifest);
    expect(automountServiceAccountToken).toBe(false);
    expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    for (const container of containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.resources.limits.memory).toBeDefined();
      expect(container.image).toBe('plaza');
    }
  });

  it.each(ofKind('Deployment'))('is asked whether it lives and is ready: $metadata.name', (manifest) => {
    const [container] = podOf(manifest).containers;
    expect(container.startupProbe.httpGet.path).toBe('/health/live');
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
    expect(container.env).toEqual([{ name: 'PORT', value: String(container.ports[0]?.containerPort) }]);
    expect(podOf(manifest).terminationGracePeriodSeconds).toBeGreaterThan(25 + 5);
  });

  it('runs with settings that can be used, once the secrets are there', () => {
    const lines = text('plaza.env')
      .split('\n')
      .filter((line) => line !== '');
    const variables = Object.fromEntries(
      lines.map((line) => [line.split('=')[0], line.replace(/^\w+=/, '')]),
    );
    const secrets = {
      DATABASE_URL: 'postgresql://plaza_app@db.example.org/plaza?sslmode=verify-full',
      KAFKA_USERNAME: 'plaza',
      KAFKA_PASSWORD: 'as the secret says',
      ...testKeys,
    };
    expect(readSettings({ ...variables, ...secrets })).toMatchObject({ environment: 'production' });
  });

  it('scales by consumer groups and topics that Plaza reads', () => {
    const sources = ['apps/worker/src/consumers', 'apps/payments/src'].flatMap((path) =>
      readdirSync(resolve(root, path))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(resolve(root, path, file), 'utf8')),
    );
    const groups = new Set(
      sources.flatMap((source) =>
        [...source.matchAll(/group(?:: | = )'([\w-]+)'/g)].map(([, group]) => `plaza.${group ?? ''}`),
      ),
    );
    const triggers = ofKind('ScaledObject').flatMap(({ spec }) => spec.triggers);
    const asked = triggers
      .filter(({ type }) => type === 'kafka')
      .map(({ metadata }) => metadata.consumerGroup);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.filter((group) => !groups.has(group))).toEqual([]);
  });

  it('is asked by the world for the paths of the api alone', () => {
    const paths = ofKind('Ingress').flatMap(({ spec }) =>
      spec.rules.flatMap(({ http }) => http.paths.map(({ path }) => path)),
    );
    expect(paths).toContain('/v1');
    expect(paths.join()).not.toMatch(/metrics|health|^\/$/);
  });
});

function kubectlIsInstalled(): boolean {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (kubectlIsInstalled()) {
  test('Kustomize makes one whole of the manifests, with the image of the version', () => {
    const rendered = execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8', stdio: 'pipe' });
    const all = parseAllDocuments(rendered).map((document) => document.toJS() as Manifest);
    expect(all).toHaveLength(manifests.length + 1);
    const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    for (const each of all.filter(({ kind }) => kind === 'Deployment')) {
      expect(podOf(each).containers[0].image).toBe(`registry.example.org/plaza:${version}`);
    }
  });
}
