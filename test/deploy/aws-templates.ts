/** The templates of `deploy/aws` as `cdk` gets them, for one size, and what is looked for in them. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');
const folder = join(root, 'deploy/aws');
const synthesisMsMax = 300_000;

export interface Resource {
  Type: string;
  Properties: Record<string, any>;
  DependsOn?: string[];
  DeletionPolicy?: string;
}

export interface Named extends Resource {
  stack: string;
  id: string;
}

export interface Templates {
  all: Named[];
  ofType: (type: string) => Named[];
  /** Of AWS' own schemas of its resources; undefined where nobody looked. */
  violations: unknown[] | undefined;
  text: string;
}

/** @param validated whether the templates are held against AWS' schemas, which takes as long as five times writing them */
export async function templatesOf(
  size: string,
  { validated = false, changes = {} }: { validated?: boolean; changes?: Record<string, string> } = {},
): Promise<Templates> {
  const { context } = JSON.parse(readFileSync(join(folder, 'cdk.json'), 'utf8')) as { context: object };
  const out = mkdtempSync(join(tmpdir(), 'plaza-aws-'));
  try {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/aws.mjs')], {
      cwd: folder,
      timeout: synthesisMsMax,
      env: {
        ...process.env,
        CDK_OUTDIR: out,
        CDK_VALIDATION: String(validated),
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, size, ...changes }),
      },
    });
    return templatesIn(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function templatesIn(out: string): Templates {
  const files = readdirSync(out).filter((name) => name.endsWith('.template.json'));
  const texts = files.map((file) => readFileSync(join(out, file), 'utf8'));
  const all = texts.flatMap((text, index) => {
    const { Resources } = JSON.parse(text) as { Resources: Record<string, Resource> };
    const stack = files[index]?.replace('.template.json', '') ?? '';
    return Object.entries(Resources).map(([id, resource]) => ({ ...resource, stack, id }));
  });
  return {
    all,
    ofType: (type) => all.filter(({ Type }) => Type === `AWS::${type}`),
    violations: violationsIn(join(out, 'validation-report.json')),
    text: texts.join('\n'),
  };
}

function violationsIn(file: string): unknown[] | undefined {
  if (!existsSync(file)) return undefined;
  const { pluginReports } = JSON.parse(readFileSync(file, 'utf8')) as {
    pluginReports: { violations: unknown[] }[];
  };
  return pluginReports.flatMap(({ violations }) => violations);
}
