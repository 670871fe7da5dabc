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

import { fingerprint } from './fingerprint';
import { mergeSpec } from './mergeSpec';
import { pythonJson } from './pythonJson';
import { specDiff, specDiffText } from './specDiff';

const spec = {
  openstack_version: 'caracal',
  preset: 'compute',
  size: 'tiny',
  features: { services: ['instance-ha', 'image'] },
};

describe('pythonJson', () => {
  it('writes what json.dumps with sort_keys writes', () => {
    // The right side comes from Python 3.11.
    expect(
      pythonJson({
        b: [1, 2.5, true, null],
        a: { ü: 'x"\n\u007f', é: '😀', e: 0.00001 },
      }),
    ).toBe(
      '{"a": {"e": 1e-05, "\\u00e9": "\\ud83d\\ude00", "\\u00fc": "x\\"\\n\\u007f"}, "b": [1, 2.5, true, null]}',
    );
    expect(pythonJson({})).toBe('{}');
    expect(pythonJson([])).toBe('[]');
  });
});

describe('fingerprint', () => {
  it('is of the merged spec', () => {
    expect(fingerprint(spec)).toMatch(/^[0-9a-f]{64}$/);
    const same = { ...spec, internal_domain_name: 'cluster.local' };
    expect(fingerprint(same)).toBe(fingerprint(spec));
    expect(fingerprint({ ...spec, size: 'small' })).not.toBe(fingerprint(spec));
  });

  it('appends to the services of the preset', () => {
    const { services } = mergeSpec(spec).features!;
    expect(services).toEqual(
      expect.arrayContaining(['instance-ha', 'image', 'redis', 'descheduler']),
    );
    expect(services.filter((name: string) => name === 'image')).toHaveLength(1);
    const next = mergeSpec({ ...spec, openstack_version: 'gazpacho' });
    expect(next.features!.services).not.toContain('redis');
  });
});

describe('specDiff', () => {
  it('names each difference once and writes it as Python does', () => {
    const differences = specDiff(
      { spec: { a: 1, list: [1], gone: true } },
      { spec: { a: 2, list: [1, 2], new: { b: "it's" } } },
    );
    expect(
      differences.map(({ operation, path }) => [operation, ...path]),
    ).toEqual([
      ['change', 'spec', 'a'],
      ['change', 'spec', 'list'],
      ['remove', 'spec', 'gone'],
      ['add', 'spec', 'new'],
    ]);
    expect(specDiffText(differences.slice(3))).toBe(
      "(('add', ('spec', 'new'), None, {'b': 'it\\'s'}),)",
    );
    expect(specDiff({ a: [1] }, { a: [1] })).toEqual([]);
  });
});
