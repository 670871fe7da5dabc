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

/** The verb by which Kubernetes authorises a request. */
export function requestVerb(method: string, url: string): string {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return 'delete';
    default:
      break;
  }
  const { pathname, searchParams } = new URL(url, 'https://localhost');
  if (['true', '1'].includes(searchParams.get('watch') ?? '')) {
    return 'watch';
  }
  return isCollection(pathname) ? 'list' : 'get';
}

function isCollection(pathname: string): boolean {
  const parts = pathname.split('/').filter(Boolean);
  const inVersion = parts.slice(parts[0] === 'apis' ? 3 : 2);
  const inNamespace =
    inVersion[0] === 'namespaces' && inVersion.length > 2
      ? inVersion.slice(2)
      : inVersion;
  return inNamespace.length === 1;
}
