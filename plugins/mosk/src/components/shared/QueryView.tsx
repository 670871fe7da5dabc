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

import { Flex } from '@backstage/ui';
import { UseQueryResult } from '@tanstack/react-query';
import { ReactNode } from 'react';
import { ErrorPanel } from './ErrorPanel';
import { LoadingRows } from './LoadingRows';

export interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  /** `the clouds`, `cloud north`. */
  subject: string;
  permission: string;
  rows?: number;
  children(data: T): ReactNode;
}

/** Loading, failed, failed while older data is there, or the data. */
export function QueryView<T>(props: QueryViewProps<T>) {
  const { query, subject, permission, rows, children } = props;
  const failure = query.error && (
    <ErrorPanel
      error={query.error}
      title={`Could not read ${subject}`}
      permission={permission}
      onRetry={() => query.refetch()}
    />
  );
  if (query.data === undefined) {
    return failure || <LoadingRows label={`Reading ${subject}`} rows={rows} />;
  }
  if (!failure) {
    return <>{children(query.data)}</>;
  }
  return (
    <Flex direction="column" gap="4">
      {failure}
      {children(query.data)}
    </Flex>
  );
}
