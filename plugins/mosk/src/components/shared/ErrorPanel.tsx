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
import { errorFacts } from './errorFacts';

export interface ErrorPanelProps {
  error: unknown;
  /** What could not be done: `The clouds could not be read`. */
  title: string;
  /** Name of the permission that it takes. */
  permission?: string;
  onRetry?(): void;
}

/** What went wrong in the server's words, and the way out. */
export function ErrorPanel(props: ErrorPanelProps) {
  const { error, title, permission, onRetry } = props;
  const { name, message } = errorFacts(error);
  if (name === 'NotAllowedError') {
    return (
      <Alert
        status="info"
        icon
        role="alert"
        title="You may not see this"
        description={`It takes the permission ${
          permission ?? 'that the portal names here'
        }. Ask whoever runs this portal for it. (${message})`}
      />
    );
  }
  return (
    <Alert
      status={name === 'NotFoundError' ? 'warning' : 'danger'}
      icon
      role="alert"
      title={name === 'NotFoundError' ? 'This does not exist' : title}
      description={`${name}: ${message}`}
      customActions={
        onRetry && (
          <Button size="small" variant="secondary" onPress={onRetry}>
            Try again
          </Button>
        )
      }
    />
  );
}
