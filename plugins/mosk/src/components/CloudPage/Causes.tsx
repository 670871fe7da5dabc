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
import { Fragment } from 'react';
import { EntityName } from '../shared/EntityName';
import { isUnwell } from '../shared/isUnwell';

type Cause = Pick<MoskViews.ComponentSummary, 'id' | 'title'> &
  Partial<Pick<MoskViews.ComponentSummary, 'type' | 'state' | 'entityRef'>>;

/** What is behind the state of a component, each with a link to it. */
export function Causes({
  component,
  all,
}: {
  component: MoskViews.ComponentSummary;
  all: MoskViews.ComponentSummary[];
}) {
  const causes: Cause[] = component.causedBy
    .map((id): Cause => all.find(part => part.id === id) ?? { id, title: id })
    .filter(({ state }) => !state || isUnwell({ state }));
  // Which pods are on which nodes is not known here: sick nodes may have nothing to do with it.
  const isSure = ({ type }: Cause) => type !== 'kubernetes-cluster';
  return (
    <>
      <Line words="Caused by" causes={causes.filter(isSure)} />
      <Line
        words="May suffer from nodes of"
        causes={causes.filter(cause => !isSure(cause))}
      />
    </>
  );
}

function Line({ words, causes }: { words: string; causes: Cause[] }) {
  if (!causes.length) {
    return null;
  }
  return (
    <Text as="p" color="secondary">
      {words}{' '}
      {causes.map(({ id, title, entityRef }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <EntityName entityRef={entityRef}>{title}</EntityName>
        </Fragment>
      ))}
    </Text>
  );
}
