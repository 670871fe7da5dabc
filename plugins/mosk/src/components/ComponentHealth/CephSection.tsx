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

import { Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { Facts } from '../shared/Facts';
import { ProgressBar } from '../shared/ProgressBar';
import { Section } from '../shared/Section';
import { CephChecks } from './CephChecks';
import { CephDaemonTable } from './CephDaemonTable';
import { CephPoolTable } from './CephPoolTable';
import { usageWords } from './usageWords';

/** Is storage well, and if not, which daemon on which node and why? */
export function CephSection({
  ceph,
  lastKnown,
}: {
  ceph: MoskViews.Ceph | undefined;
  lastKnown: boolean;
}) {
  if (!ceph) {
    return null;
  }
  const { capacity, daemons, pools, versions } = ceph;
  const { used, total } = capacity ?? {};
  return (
    <Section title="Storage">
      <CephChecks ceph={ceph} lastKnown={lastKnown} />
      {daemons.length > 0 && <CephDaemonTable daemons={daemons} />}
      <Text as="p">Capacity of the cluster, used: {usageWords(capacity)}</Text>
      {used !== undefined && total !== undefined && total > 0 && (
        <ProgressBar
          label={`Capacity of the cluster, used: ${usageWords(capacity)}`}
          progress={{ fraction: used / total, parts: [] }}
        />
      )}
      <Facts
        facts={[
          {
            label: versions.length > 1 ? 'Mixed versions' : 'Version',
            value: versions.map(({ version, daemons: who }) => (
              <div key={version}>
                {version} ({who.join(', ')})
              </div>
            )),
          },
          { label: 'Data moves', value: ceph.rebalance },
          {
            label: 'Changed by the portal',
            value:
              ceph.writable === true
                ? 'possible, with the template of Ceph clusters'
                : ceph.whyNotWritable,
          },
        ].filter(({ value }) => value?.length)}
      />
      {pools.length > 0 && <CephPoolTable pools={pools} />}
    </Section>
  );
}
