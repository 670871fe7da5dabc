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

import { join } from 'node:path';
import { readManifests } from './readManifests';
import {
  coreResources,
  KubernetesClient,
  Resource,
  resourcePath,
} from '../kubernetes';
import { packageDirectory } from '../packageDirectory';

const rolesDirectory = join(packageDirectory, '../../docs/install/rbac');
const yearInSeconds = 365 * 24 * 3600;

/** Tokens of the accounts that the install guide ships. */
export interface AccountTokens {
  /** For the kubernetes plugin. */
  reader: string;
  /** For the portal: reads and writes MOSK's kinds. */
  portal: string;
  /** For the portal of a cloud that it only shows. */
  portalReadOnly: string;
}

/** Applies the very files of the install guide and asks for tokens. */
export async function createServiceAccounts(
  client: KubernetesClient,
): Promise<AccountTokens> {
  const [reader, portal, portalReadOnly] = await Promise.all([
    createAccount(client, 'kubernetes-plugin-reader'),
    createAccount(client, 'mosk-portal'),
    createAccount(client, 'mosk-portal-read-only'),
  ]);
  return { reader, portal, portalReadOnly };
}

async function createAccount(
  client: KubernetesClient,
  name: string,
): Promise<string> {
  const objects = await readManifests(join(rolesDirectory, `${name}.yaml`));
  for (const object of objects) {
    const resource = (coreResources as Record<string, Resource>)[object.kind!];
    await client.apply(resource, object, {
      fieldManager: 'mosk-sandbox',
      force: true,
    });
  }
  const account = objects.find(({ kind }) => kind === 'ServiceAccount')!;
  const { namespace, name: accountName } = account.metadata;
  const { status } = await client.json(
    'POST',
    resourcePath(coreResources.ServiceAccount, namespace, accountName, 'token'),
    {
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: yearInSeconds },
      },
    },
  );
  return status.token;
}
