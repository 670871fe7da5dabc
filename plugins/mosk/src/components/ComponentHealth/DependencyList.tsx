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
import { ComponentLine } from '../CloudPage/ComponentLine';
import { isUnwell } from '../shared/isUnwell';
import lists from '../shared/lists.module.css';
import { Section } from '../shared/Section';

/** What it depends on that is not well, the causes first. */
export function DependencyList({
  component,
}: {
  component: MoskViews.ComponentDetail;
}) {
  const { causedBy, dependencies, connection } = component;
  const rank = (id: string) => {
    const index = causedBy.indexOf(id);
    return index < 0 ? causedBy.length : index;
  };
  const unwell = dependencies
    .filter(isUnwell)
    .sort((a, b) => rank(a.id) - rank(b.id));
  if (!unwell.length) {
    return null;
  }
  return (
    <Section title="It depends on what is not well">
      <ul className={lists.spaced} aria-label="Dependencies that are not well">
        {unwell.map(dependency => (
          <li key={dependency.id}>
            <ComponentLine
              component={dependency}
              all={dependencies}
              lastKnown={connection.state !== 'live'}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
