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

import { InputError, NotFoundError } from '@backstage/errors';
import {
  findKindDefinition,
  moskManifestReadPermission,
} from '@mosk-portal/plugin-mosk-common';
import { audited } from './audited';
import { MoskRouter, RouterOptions } from './types';

/** Live custom resources, redacted. */
export function addManifestRoutes(
  router: MoskRouter,
  { access, auditor, clouds }: RouterOptions,
): void {
  router.get('/clouds/:cloud/manifest', async (request, response) => {
    const { kind, namespace, name } = request.query;
    const cloudName = request.params.cloud;
    const credentials = await access.credentials(request);
    const manifest = await audited(
      auditor,
      {
        eventId: 'manifest-read',
        request,
        meta: { cloud: cloudName, kind, namespace, name },
      },
      async () => {
        const scope = await access.scope(
          credentials,
          moskManifestReadPermission,
        );
        scope.require(cloudName, kind);
        const definition = findKindDefinition(kind);
        if (!definition) {
          throw new InputError(`The portal does not read resources of ${kind}`);
        }
        const live = await clouds
          .get(cloudName)
          .readManifest(definition.identity, namespace, name);
        if (!live) {
          throw new NotFoundError(
            `There is no ${kind} ${name} in ${
              namespace ? `namespace ${namespace} of ` : ''
            }cloud ${cloudName}`,
          );
        }
        return {
          result: live,
          meta: { uid: live.uid, generation: live.generation },
        };
      },
    );
    response.json({
      object: manifest.object,
      yaml: manifest.yaml,
      specVersion: manifest.specVersion,
      spec: manifest.spec,
    });
  });
}
