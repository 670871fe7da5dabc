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

import { Alert, Button } from '@backstage/ui';
import { useLive } from '../../live';
import { RelativeTime } from './RelativeTime';

/** Says that the page no longer moves by itself. */
export function LiveBanner() {
  const { state, lastHeardAt, refresh } = useLive();
  if (state === 'broken') {
    return (
      <Alert
        status="warning"
        icon
        title="Live updates are broken"
        description={
          <>
            Nothing was heard from the portal since{' '}
            <RelativeTime at={lastHeardAt} />, so what is shown may be old.
          </>
        }
        customActions={
          <Button size="small" variant="secondary" onPress={refresh}>
            Refresh
          </Button>
        }
      />
    );
  }
  if (state === 'off') {
    return (
      <Alert
        status="info"
        icon
        title="This portal has no live updates"
        description="The signals plugin is not installed; refresh to see what is new."
        customActions={
          <Button size="small" variant="secondary" onPress={refresh}>
            Refresh
          </Button>
        }
      />
    );
  }
  return null;
}
