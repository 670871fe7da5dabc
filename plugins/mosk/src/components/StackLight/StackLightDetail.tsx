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
import { ComponentLine } from '../CloudPage/ComponentLine';
import lists from '../shared/lists.module.css';
import { Section } from '../shared/Section';
import { DeliveryTable } from './DeliveryTable';
import { OpenSearchFacts } from './OpenSearchFacts';
import { ReceiverList } from './ReceiverList';
import { SourceTable } from './SourceTable';

/** What answers, who is told, what is not delivered, and the parts. */
export function StackLightDetail({
  detail,
  lastKnown,
}: {
  detail: MoskViews.StackLightDetail;
  lastKnown: boolean;
}) {
  const { sources, receivers, receiversMessage, deliveries } = detail;
  const { parts, openSearch, links } = detail;
  return (
    <Flex direction="column" gap="5">
      <Section title="What the portal asks">
        <SourceTable sources={sources} />
      </Section>
      <Section title="Who is told of alerts">
        {receiversMessage && (
          <Text as="p" color="secondary">
            {receiversMessage}
          </Text>
        )}
        <ReceiverList receivers={receivers} />
        <DeliveryTable deliveries={deliveries} />
      </Section>
      {openSearch && (
        <Section title="Logs">
          <OpenSearchFacts health={openSearch} />
        </Section>
      )}
      {parts.length > 0 && (
        <Section title="Parts">
          <ul className={lists.spaced} aria-label="Parts of StackLight">
            {parts.map(part => (
              <li key={part.id}>
                <ComponentLine
                  component={part}
                  all={parts}
                  lastKnown={lastKnown}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {links.length > 0 && (
        <Section title="Its own pages">
          <Flex gap="3" style={{ flexWrap: 'wrap' }}>
            {links.map(({ title, url }) => (
              <Link key={url} href={url} target="_blank" rel="noopener">
                {title}
              </Link>
            ))}
          </Flex>
        </Section>
      )}
    </Flex>
  );
}
