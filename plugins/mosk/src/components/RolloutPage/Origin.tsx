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

import { Link } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { Author } from '../shared/Author';
import { causeWords } from '../shared/causeWords';
import { EntityName } from '../shared/EntityName';
import { Facts } from '../shared/Facts';
import { useTaskLink } from './useTaskLink';

/** Who asked, by which template run, and which run of the operator this is. */
export function Origin({ rollout }: { rollout: MoskViews.RolloutDetail }) {
  const { author } = rollout;
  const taskLink = useTaskLink(author.task);
  return (
    <Facts
      facts={[
        { label: 'Asked for by', value: <Author author={author} /> },
        { label: 'Field manager', value: author.manager },
        {
          label: 'Template',
          value: author.template && <EntityName entityRef={author.template} />,
        },
        {
          label: 'Template run',
          value:
            author.task &&
            (taskLink ? (
              <Link href={taskLink}>Log of the run</Link>
            ) : (
              author.task
            )),
        },
        { label: 'Why it ran', value: causeWords[rollout.cause] },
        { label: 'Generation', value: String(rollout.generation) },
        { label: 'Run', value: String(rollout.run) },
        { label: 'Uid', value: rollout.uid },
      ]}
    />
  );
}
