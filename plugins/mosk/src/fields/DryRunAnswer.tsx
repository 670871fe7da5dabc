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

const webhookDown =
  /failed calling webhook|no endpoints available|admission webhook .*does not answer/i;

/** What the API server answered to a dry run, in its words. */
export function DryRunAnswer({
  preview,
}: {
  preview: MoskViews.ChangePreview;
}) {
  const { result, message } = preview.dryRun;
  if (preview.operation === 'unchanged') {
    return null;
  }
  if (result === 'accepted') {
    return (
      <Alert
        status="success"
        icon
        title="The API server accepts this"
        description={`In a dry run: nothing has been written yet.${
          message ? ` ${message}` : ''
        }`}
      />
    );
  }
  if (message && webhookDown.test(message)) {
    return (
      <Alert
        status="danger"
        icon
        title={`The admission webhook of cloud ${preview.cloud} is down`}
        description={`No change gets through until it answers again. ${message}`}
      />
    );
  }
  return (
    <Alert
      status={result === 'refused' ? 'danger' : 'warning'}
      icon
      title={
        result === 'refused'
          ? 'The API server refuses this'
          : 'The API server was not asked'
      }
      description={message}
    />
  );
}
