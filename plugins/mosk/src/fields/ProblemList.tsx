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

import { Alert } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { CommandLine } from '../components/shared/CommandLine';
import lists from '../components/shared/lists.module.css';

type Problem = MoskViews.FieldProblem;

function ProblemAlert({
  title,
  status,
  problems,
}: {
  title: string;
  status: 'danger' | 'warning';
  problems: Problem[];
}) {
  if (!problems.length) {
    return null;
  }
  return (
    <Alert
      status={status}
      icon
      title={title}
      description={
        <ul className={lists.spaced} aria-label={title}>
          {problems.map(({ path, message, advice }) => (
            <li key={`${path} ${message}`}>
              <code>{path}</code>: {message}
              {advice &&
                (/^kubectl /.test(advice) ? (
                  <CommandLine title="Do this first" command={advice} />
                ) : (
                  ` ${advice}`
                ))}
            </li>
          ))}
        </ul>
      }
    />
  );
}

/** What is wrong by field, then what is worth a look. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  return (
    <>
      <ProblemAlert
        title="These fields must be mended"
        status="danger"
        problems={problems.filter(({ severity }) => severity === 'error')}
      />
      <ProblemAlert
        title="Worth a look"
        status="warning"
        problems={problems.filter(({ severity }) => severity === 'warning')}
      />
    </>
  );
}
