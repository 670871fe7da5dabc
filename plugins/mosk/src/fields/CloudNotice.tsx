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
import { moskResourceApplyPermission } from '@mosk-portal/plugin-mosk-common';
import { ConnectionBanner } from '../components/shared/ConnectionBanner';
import { useMayApply } from '../hooks/useMay';
import { refusalOf } from './cloudChoice';

export interface CloudNoticeProps {
  cloud: MoskViews.CloudSummary | undefined;
  kind: string | undefined;
}

/** What stands in the way of a change in this cloud, said before the form is filled. */
export function CloudNotice({ cloud, kind }: CloudNoticeProps) {
  const { loading, allowed } = useMayApply(cloud?.name, kind);
  if (!cloud) {
    return null;
  }
  const refusal = refusalOf(cloud, kind);
  return (
    <>
      <ConnectionBanner cloud={cloud.name} connection={cloud.connection} />
      {refusal?.passing && (
        <Alert
          status="danger"
          icon
          title={`Cloud ${cloud.name} would refuse every change of ${kind} now`}
          description={`${refusal.reason} Wait until its admission webhook answers again, or look at its operator.`}
        />
      )}
      {kind && !loading && !allowed && (
        <Alert
          status="warning"
          icon
          title={`You may not change ${kind} in cloud ${cloud.name}`}
          description={`It takes the permission ${moskResourceApplyPermission.name}. Ask whoever runs this portal for it.`}
        />
      )}
    </>
  );
}
