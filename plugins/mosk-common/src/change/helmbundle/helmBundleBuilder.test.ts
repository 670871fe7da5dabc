/*
 * Copyright 2026 The MOSK Portal Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { JsonObject } from '@backstage/types';
import { OwnershipMarks } from '../../kinds/ownershipMarks';
import { MASK } from '../../redaction';
import { snapshotOf } from '../../snapshot';
import { sampleBundle } from '../../testing/sampleHelm';
import { CheckContext, manifestBuilders } from '../builders';
import { diffManifests } from '../diff';
import { redactedYaml } from '../redactedYaml';

const builder = manifestBuilders.HelmBundle;
const proxy = {
  name: 'proxy',
  namespace: 'osh-system',
  chart: 'internal/proxy',
  version: '1.4.0',
};
const ui = {
  ...proxy,
  name: 'ui',
  chart: 'internal/ui',
  requires: ['proxy'],
};
const input = {
  name: 'tools',
  namespace: 'osh-system',
  repositories: [{ name: 'internal', url: 'https://charts.example.org' }],
  releases: [proxy, ui],
};
const ours: OwnershipMarks = {
  names: [],
  owners: [],
  managers: ['mosk-portal'],
};

function problems(more: JsonObject, context: CheckContext = {}) {
  return builder
    .check(builder.build({ ...input, ...more }), context)
    .map(({ severity, path, message }) => `${severity} ${path} ${message}`);
}

describe('helmBundleBuilder', () => {
  it('builds the manifest that the form asks for, and finds nothing wrong with it', () => {
    const { manifest, editedPaths } = builder.build({
      ...input,
      operatorRelease: '1.40.0',
      repositories: [{ ...input.repositories[0], authSecret: '' }],
      releases: [
        { ...proxy, values: 'replicas: 2\n', requires: [], chartUrl: '' },
        { ...ui, values: { ingress: { enabled: false } }, labels: {} },
      ],
    });
    expect(manifest).toEqual({
      apiVersion: 'lcm.mirantis.com/v1alpha1',
      kind: 'HelmBundle',
      metadata: { name: 'tools', namespace: 'osh-system' },
      spec: {
        release: '1.40.0',
        repositories: [{ name: 'internal', url: 'https://charts.example.org' }],
        releases: [
          { ...proxy, values: { replicas: 2 } },
          { ...ui, values: { ingress: { enabled: false } } },
        ],
      },
    });
    // A bundle is sent whole: a list has no parts that could be edited.
    expect(editedPaths).toBeUndefined();
    expect(problems({})).toEqual([]);
  });

  it('lays secret values over the releases of the same names', () => {
    const secretSpec =
      'releases:\n  - name: proxy\n    values: {auth: {password: Planted}}\n';
    const given = {
      ...input,
      releases: [{ ...proxy, values: 'replicas: 2' }, ui],
    };
    const { manifest } = builder.build({ ...given, secretSpec });
    expect(manifest.spec!.releases).toEqual([
      { ...proxy, values: { replicas: 2, auth: { password: 'Planted' } } },
      ui,
    ]);
    const open = builder.build(given).manifest;
    expect(
      builder.mergeSecretSpec!(open.spec!, {
        releases: [
          { name: 'proxy', values: { auth: { password: 'Planted' } } },
        ],
      }),
    ).toEqual(manifest.spec);
    expect(problems({ ...given, secretSpec })).toEqual([]);
    expect(
      problems({ secretSpec: { releases: [{ name: 'other', values: {} }] } }),
    ).toEqual(
      expect.arrayContaining([
        'error spec.releases.2.namespace Is required.',
        expect.stringContaining('error spec.releases.2.chart Is required'),
      ]),
    );
  });

  it.each<[string, JsonObject, string]>([
    [
      'a name twice',
      { releases: [proxy, { ...proxy, namespace: 'other' }] },
      'error spec.releases.1.name Another release of the bundle is called proxy',
    ],
    [
      'a chart from two places',
      { releases: [{ ...proxy, chartUrl: 'https://x.org/a.tgz' }] },
      'error spec.releases.0.chart Must be left out',
    ],
    [
      'no chart',
      { releases: [{ ...proxy, chart: '' }] },
      'error spec.releases.0.chart Is required',
    ],
    [
      'no version',
      { releases: [{ ...proxy, version: undefined } as JsonObject] },
      'error spec.releases.0.version Is required',
    ],
    [
      'a login in a URL',
      { repositories: [{ name: 'internal', url: 'https://me:pass@x.org' }] },
      'error spec.repositories.0.url Must not hold a login',
    ],
    [
      'what is no URL',
      { releases: [{ name: 'a', namespace: 'b', chartUrl: 'charts/a.tgz' }] },
      'error spec.releases.0.chartURL Must be a URL',
    ],
    [
      'a repository that the bundle does not have',
      { repositories: [] },
      'warning spec.releases.0.chart Repository internal is not one of the bundle',
    ],
    [
      'a requirement that is not there',
      { releases: [{ ...proxy, requires: ['database'] }] },
      'error spec.releases.0.requires Release database is not in the bundle',
    ],
    [
      'a circle',
      { releases: [{ ...proxy, requires: ['ui'] }, ui] },
      'error spec.releases.0.requires Waits for itself: proxy requires ui requires proxy',
    ],
    [
      'a release that waits for itself',
      { releases: [{ ...proxy, requires: ['proxy'] }] },
      'error spec.releases.0.requires Waits for itself: proxy requires proxy',
    ],
    [
      'a name that Helm refuses',
      { releases: [{ ...proxy, name: 'a'.repeat(54) }] },
      'error spec.releases.0.name Must be lower-case letters',
    ],
    [
      'a namespace that Kubernetes refuses',
      { releases: [{ ...proxy, namespace: 'OSH' }] },
      'error spec.releases.0.namespace Must be a namespace',
    ],
    [
      'values that are no object',
      { releases: [{ ...proxy, values: '- one\n' }] },
      'error spec.releases.0.values Must hold fields by name',
    ],
    ['no releases', { releases: [] }, 'error spec.releases Must have at least'],
    [
      'a wrong name of its own',
      { name: 'Tools' },
      'error metadata.name Must be lower-case letters',
    ],
  ])('says that a bundle has %s', (_what, more, problem) => {
    const found = problems(more);
    expect(found.filter(line => line.startsWith(problem))).toHaveLength(1);
  });

  it('refuses what cannot be understood, and quotes nothing of it', () => {
    const values = 'password: "Planted';
    const build = () =>
      builder.build({ ...input, releases: [{ ...proxy, values }] });
    expect(build).toThrow(/releases\[0\]\.values' is not valid YAML/);
    expect(build).not.toThrow(/Planted/);
    expect(() => builder.build({ ...input, namespace: '' })).toThrow(
      /'namespace' is missing/,
    );
  });

  it('asks to confirm that a bundle of somebody else is overwritten', () => {
    const of = (marks?: OwnershipMarks) => ({ live: { spec: {}, marks } });
    const managed = of({
      ...ours,
      owners: [{ kind: 'Cluster', name: 'mosk' }],
    });
    expect(problems({}, managed)).toEqual([
      'error metadata.name The portal did not make this HelmBundle: it belongs to Cluster mosk. What is changed here will be overwritten.',
    ]);
    expect(problems({ acknowledgeOverwrite: true }, managed)).toEqual([
      expect.stringMatching(/^warning metadata.name The portal did not make/),
    ]);
    expect(problems({ acknowledgeOverwrite: 'true' }, managed)).toHaveLength(1);
    expect(problems({}, of(ours))).toEqual([]);
    expect(problems({}, of())).toEqual([
      expect.stringMatching(/^error metadata.name/),
    ]);
  });

  it('knows what other bundles have, and what this one would lose', () => {
    const snapshot = snapshotOf({ cloud: 'lab', objects: [sampleBundle()] });
    const taken = { ...proxy, name: 'metrics-proxy' };
    expect(problems({ releases: [taken] }, { snapshot })).toEqual([
      expect.stringMatching(
        /^error spec.releases.0.name HelmBundle osh-system\/extras asks for/,
      ),
    ]);
    expect(
      problems({ name: 'extras', releases: [taken] }, { snapshot }),
    ).toEqual([]);
    const live = { marks: ours, spec: { releases: [{ name: 'gone' }] } };
    expect(problems({}, { live })).toEqual([
      expect.stringMatching(
        /^warning spec.releases Release gone .* uninstalled/,
      ),
    ]);
  });
});

describe('differences of HelmBundles', () => {
  it('tell which values differ by their keys, and nothing of what they are', () => {
    const of = (values: JsonObject) =>
      builder.build({ ...input, releases: [{ ...proxy, values }] }).manifest;
    const before = of({ auth: { key: 'Planted-1' }, replicas: 2 });
    const after = of({
      auth: { key: 'Planted-2' },
      replicas: 2,
      more: 'Planted',
    });
    const diff = diffManifests(before, after);
    expect(JSON.stringify(diff)).not.toContain('Planted');
    expect(diff.changedPaths).toEqual(['spec.releases']);
    expect(diff.before).toContain(`key: ${MASK}`);
    expect(diff.after).toContain(`key: ${MASK} (changed)`);
    expect(diff.after).toContain(`replicas: ${MASK}\n`);
    expect(diff.after).toContain('more:');
    const hidden = diffManifests(
      before,
      of({ auth: { key: 'x' }, replicas: 2 }),
    );
    expect(hidden.hiddenOnly).toBe(true);
    expect(redactedYaml(after)).not.toContain('Planted');
  });
});
