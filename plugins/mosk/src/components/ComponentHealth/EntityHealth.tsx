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

import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert } from '@backstage/ui';
import { MoskRoot } from '../../live';
import { CloudView } from '../CloudPage/CloudView';
import { LiveBanner } from '../shared/LiveBanner';
import page from '../shared/Page.module.css';
import { ComponentView } from './ComponentView';
import { readSubject } from './readSubject';

/** The tab Health of an entity: a whole cloud, or one component of it. */
export function EntityHealth() {
  const { entity } = useEntity();
  const subject = readSubject(entity);
  if (!subject) {
    return (
      <Alert
        status="info"
        icon
        title="This is no part of a MOSK cloud"
        description="Its entity has no annotations mosk-portal.io/cloud and mosk-portal.io/component."
      />
    );
  }
  return (
    <MoskRoot>
      <div className={page.tab}>
        <LiveBanner />
        {subject.isCloud ? (
          <CloudView name={subject.cloud} />
        ) : (
          <ComponentView cloud={subject.cloud} id={subject.id} />
        )}
      </div>
    </MoskRoot>
  );
}
