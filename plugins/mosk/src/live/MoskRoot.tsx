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

import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { QueryClientProvider } from '@tanstack/react-query';
import { PropsWithChildren, useEffect, useMemo, useState } from 'react';
import { LiveConnection, LiveState } from './LiveConnection';
import { LiveContext } from './LiveContext';
import styles from './MoskRoot.module.css';
import { queryClient } from './queryClient';
import { RefreshQueue } from './RefreshQueue';

/** What every page, tab, card and field of ours stands in: its data, and the news that makes the data old. */
export function MoskRoot({ children }: PropsWithChildren<{}>) {
  const signals = useApiHolder().get(signalApiRef);
  const queue = useMemo(() => new RefreshQueue(queryClient), []);
  const [connection, setConnection] = useState<{
    state: LiveState;
    lastHeardAt?: string;
  }>({ state: 'starting' });

  useEffect(
    () =>
      LiveConnection.start({
        signals,
        onChange: signal => queue.add(signal),
        onGap: () => queue.addEverything(),
        onState: (state, lastHeardAt) =>
          setConnection(known =>
            // A heartbeat alone draws nothing anew.
            known.state === state && state !== 'broken'
              ? known
              : { state, lastHeardAt: new Date(lastHeardAt).toISOString() },
          ),
      }),
    [signals, queue],
  );

  const live = useMemo(
    () => ({
      state: connection.state,
      lastHeardAt: connection.lastHeardAt,
      refresh: () => queue.addEverything(),
    }),
    [connection, queue],
  );

  return (
    <QueryClientProvider client={queryClient}>
      <LiveContext.Provider value={live}>
        <div className={styles.root}>{children}</div>
      </LiveContext.Provider>
    </QueryClientProvider>
  );
}
