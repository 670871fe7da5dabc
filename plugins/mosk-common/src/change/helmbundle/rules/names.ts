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

import { refuse } from '../../openstack/rules/types';
import { BundleRule, textIn } from './types';

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const longestReleaseName = 53;
const namespaceWords =
  'Must be a namespace: lower-case letters, digits and "-", 63 at most, with a letter or digit at both ends.';

/** Indexes of names that came up before. */
function repeated(names: ReadonlyArray<string | undefined>): number[] {
  return names.flatMap((name, index) =>
    name !== undefined && names.indexOf(name) < index ? [index] : [],
  );
}

/** Names that Kubernetes and Helm accept. */
export const validNames: BundleRule = ({ name, namespace, releases }) => [
  ...(subdomain.test(name)
    ? []
    : [
        refuse(
          'metadata.name',
          'Must be lower-case letters, digits, "-" and ".", and begin and end with a letter or digit.',
        ),
      ]),
  ...(label.test(namespace)
    ? []
    : [refuse('metadata.namespace', namespaceWords)]),
  ...releases.flatMap(({ release, path, name: releaseName }) => {
    const target = textIn(release, 'namespace');
    const isNamed =
      subdomain.test(releaseName) && releaseName.length <= longestReleaseName;
    return [
      ...(releaseName && !isNamed
        ? [
            refuse(
              `${path}.name`,
              `Must be lower-case letters, digits, "-" and ".", ${longestReleaseName} at most: Helm takes no other name for a release.`,
            ),
          ]
        : []),
      ...(target && !label.test(target)
        ? [refuse(`${path}.namespace`, namespaceWords)]
        : []),
    ];
  }),
];

/** The status tells releases apart by name alone, so a bundle cannot have one twice. */
export const uniqueNames: BundleRule = ({ releases, repositories }) => {
  const repositoryNames = repositories.map(one => textIn(one, 'name'));
  return [
    ...repeated(releases.map(({ name }) => name || undefined)).map(index =>
      refuse(
        `${releases[index].path}.name`,
        `Another release of the bundle is called ${releases[index].name} already: its operator tells releases apart by name, whatever their namespace.`,
      ),
    ),
    ...repeated(repositoryNames).map(index =>
      refuse(
        `spec.repositories.${index}.name`,
        `Another repository of the bundle is called ${repositoryNames[index]} already.`,
      ),
    ),
  ];
};

/** Two bundles that ask for one release would install over each other. */
export const releasesOfOthers: BundleRule = ({ releases, others }) =>
  releases.flatMap(({ release, name, path }) =>
    others
      .filter(other =>
        other.releases.some(
          one =>
            one.name === name && one.namespace === textIn(release, 'namespace'),
        ),
      )
      .map(({ metadata }) =>
        refuse(
          `${path}.name`,
          `HelmBundle ${metadata.namespace}/${metadata.name} asks for Helm release ${name} in this namespace already.`,
          'Choose another name, or change that bundle.',
        ),
      ),
  );
