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

import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { Facts } from '../shared/Facts';
import { RelativeTime } from '../shared/RelativeTime';
import { Section } from '../shared/Section';

/** What Helm and its operator say of a release. */
export function HelmReleaseSection({
  release,
}: {
  release: MoskViews.HelmRelease | undefined;
}) {
  if (!release) {
    return null;
  }
  const { bundle, finishedAt, ready, requires = [] } = release;
  return (
    <Section title="Helm release">
      <Facts
        facts={[
          { label: 'Release', value: `${release.namespace}/${release.name}` },
          { label: 'Chart', value: release.chart ?? 'unknown' },
          { label: 'Version', value: release.version ?? 'unknown' },
          { label: 'Asked for', value: release.wanted },
          { label: 'Revision', value: String(release.revision ?? 'unknown') },
          { label: 'Status', value: release.status ?? 'unknown' },
          {
            label: 'Workloads',
            value: ready === undefined ? 'unknown' : readyWords(ready),
          },
          { label: 'Attempts', value: release.attempt },
          {
            label: 'Last attempt',
            value: finishedAt && <RelativeTime at={finishedAt} />,
          },
          { label: 'Message', value: release.message },
          { label: 'Waits for', value: requires.join(', ') },
          {
            label: 'HelmBundle',
            value: bundle
              ? `${bundle.namespace}/${bundle.name}`
              : 'none: known by the workloads that it installed',
          },
        ]}
      />
    </Section>
  );
}

function readyWords(ready: boolean): string {
  return ready ? 'ready' : 'not ready';
}
