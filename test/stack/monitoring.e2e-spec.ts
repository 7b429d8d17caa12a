/** Alerts and dashboards ask for what Plaza really tells, and every alert has a part of the runbook. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { World } from '#test/world';

const root = resolve(__dirname, '../..');
const text = (file: string): string => readFileSync(resolve(root, file), 'utf8');

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string };
}

interface Panel {
  title: string;
  gridPos: { x: number; y: number };
  targets: { expr: string }[];
}

const { groups } = parse(text('deploy/monitoring/alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(text('deploy/monitoring/grafana/dashboards/plaza.json')) as { panels: Panel[] };
const questions = [
  ...rules.map(({ expr }) => expr),
  ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
];

/** What Prometheus makes of a histogram, and what it knows by itself. */
function metricsIn(question: string): string[] {
  const names = question.match(/\b(?:plaza|nodejs|process)_\w+/g) ?? [];
  return names.map((name) => name.replace(/_(?:bucket|count|sum)$/, ''));
}

describe('What watches Plaza', () => {
  let told: Set<string>;

  beforeAll(async () => {
    const world = await World.start({
      variables: { TRANSFERS_URL: 'http://127.0.0.1:1', SCREENING_URL: 'http://127.0.0.1:1' },
    });
    const { body } = await world.anyone.get<string>('/metrics');
    told = new Set([...body.matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name ?? ''));
    await world.end();
  });

  it('asks for metrics that are told', () => {
    const asked = new Set(questions.flatMap(metricsIn));
    expect(asked.size).toBeGreaterThan(12);
    expect([...asked].filter((name) => !told.has(name))).toEqual([]);
  });

  it('has a part of the runbook for each alert, and no part without one', () => {
    const parts = [...text('docs/runbooks/alerts.md').matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(parts).toEqual(rules.map(({ alert }) => alert));
  });

  it('says of each alert when somebody has to act, and what is wrong', () => {
    for (const { labels, annotations } of rules) {
      expect(labels.severity).toMatch(/^(page|ticket)$/);
      expect(annotations.summary).not.toBe('');
    }
  });

  it('shows panels beside each other, not on top of each other', () => {
    const places = panels.map(({ gridPos: { x, y } }) => `${x}/${y}`);
    expect(new Set(places).size).toBe(panels.length);
  });
});
