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

import { Flex, Text } from '@backstage/ui';
import { CopyButton } from './CopyButton';
import styles from './CommandLine.module.css';

/** A command to copy, with what it is for. */
export function CommandLine({
  title,
  command,
}: {
  title: string;
  command: string;
}) {
  return (
    <Flex direction="column" gap="1">
      <Text as="div" variant="body-small">
        {title}
      </Text>
      <div className={styles.line}>
        <code
          className={styles.code}
          role="group"
          aria-label={title}
          tabIndex={0}
        >
          {command}
        </code>
        <CopyButton text={command} label={`Copy: ${title}`} />
      </div>
    </Flex>
  );
}
