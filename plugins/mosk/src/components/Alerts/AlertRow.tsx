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

import { Flex, Link, Text } from '@backstage/ui';
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import { EntityName } from '../shared/EntityName';
import { RelativeTime } from '../shared/RelativeTime';
import { SeverityChip } from './SeverityChip';

/** How bad, what, since when, what it is about, and where to look. */
export function AlertRow({
  alert,
  withComponents,
}: {
  alert: MoskViews.Alert;
  withComponents: boolean;
}) {
  const { name, severity, since, summary, description, inhibitedBy } = alert;
  return (
    <Flex direction="column" gap="1">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        <SeverityChip severity={severity} />
        <Text as="span" weight="bold">
          {name}
        </Text>
        {since && (
          <Text as="span" color="secondary">
            since <RelativeTime at={since} />
          </Text>
        )}
      </Flex>
      {(summary || description) && (
        <Text as="p">{[summary, description].filter(Boolean).join(' · ')}</Text>
      )}
      {inhibitedBy && inhibitedBy.length > 0 && (
        <Text as="p" color="secondary">
          Hidden by {inhibitedBy.join(', ')}
        </Text>
      )}
      <Flex gap="3" style={{ flexWrap: 'wrap' }}>
        {withComponents &&
          alert.components.map(({ id, title, entityRef }) => (
            <EntityName key={id} entityRef={entityRef}>
              {title}
            </EntityName>
          ))}
        {alert.links.map(({ title, url }) => (
          <Link key={url} href={url} target="_blank" rel="noopener">
            {title}
          </Link>
        ))}
      </Flex>
    </Flex>
  );
}
