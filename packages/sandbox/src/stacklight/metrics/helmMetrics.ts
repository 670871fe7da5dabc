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

import { CloudObjects, Sample } from './types';

/** Whether each release of each bundle is deployed, as the Helm Controller tells it. */
export function helmMetrics({ helmBundles }: CloudObjects): Sample[] {
  return helmBundles.flatMap(({ metadata, spec, status }) =>
    (spec?.releases ?? []).map((release: any) => {
      const state = status?.releaseStatuses?.[release.name];
      const deployed = state?.status === 'deployed' && state.success;
      return {
        name: 'helmbundle_release_deployed',
        labels: {
          release_namespace: release.namespace,
          release_name: release.name,
          namespace: metadata.namespace,
          name: metadata.name,
          controller_namespace: 'kube-system',
          controller_name: 'helm-controller',
        },
        value: deployed ? 1 : 0,
      };
    }),
  );
}
