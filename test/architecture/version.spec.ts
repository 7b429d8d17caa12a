/** A version is written down in several places, each for somebody who looks only there. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const text = (file: string): string => readFileSync(resolve(root, file), 'utf8');
const { version } = JSON.parse(text('package.json')) as { version: string };

const places: [file: string, place: RegExp][] = [
  ['package-lock.json', /"version": "([^"]+)"/],
  ['CHANGELOG.md', /^## (\d\S*)$/m],
  ['deploy/kubernetes/kustomization.yaml', /newTag: ([^ }]+)/],
  ['deploy/aws/cdk.json', /"version": "([^"]+)"/],
  ['deploy/aws/Dockerfile', /PLAZA_IMAGE=plaza:(\S+)/],
];

describe('The version', () => {
  it.each(places)('in %s is that of the package', (file, place) => {
    expect(place.exec(text(file))?.[1]).toBe(version);
  });
});
