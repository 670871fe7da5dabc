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
import { MoskViews } from '@mosk-portal/plugin-mosk-common';
import {
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import lists from '../shared/lists.module.css';
import { RelativeTime } from '../shared/RelativeTime';
import { StateChip, StateLook } from '../shared/StateChip';

const looks: Record<string, StateLook> = {
  HEALTH_OK: { word: 'OK', tone: 'success', icon: RiCheckboxCircleLine },
  HEALTH_WARN: { word: 'Warning', tone: 'warning', icon: RiAlertLine },
  HEALTH_ERR: { word: 'Error', tone: 'danger', icon: RiCloseCircleLine },
};
const unknownLook: StateLook = {
  word: 'Unknown',
  tone: 'neutral',
  icon: RiQuestionLine,
};

/** What Ceph says of itself, and what its operator found. */
export function CephChecks({
  ceph,
  lastKnown,
}: {
  ceph: MoskViews.Ceph;
  lastKnown: boolean;
}) {
  const { health, checks, issues, lastCheckedAt } = ceph;
  const look = looks[health ?? ''] ?? unknownLook;
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
        {lastKnown || !health ? (
          <StateChip
            {...unknownLook}
            word={health ? `Unknown, was ${health}` : 'Unknown'}
          />
        ) : (
          <StateChip {...look} word={health} />
        )}
        <Text as="span" color="secondary">
          {lastCheckedAt ? (
            <>
              as Ceph said <RelativeTime at={lastCheckedAt} />
            </>
          ) : (
            'Ceph has not told its health'
          )}
          {!checks.length && health === 'HEALTH_OK' && ', without complaint'}
        </Text>
      </Flex>
      {checks.length > 0 && (
        <ul className={lists.spaced} aria-label="Health checks of Ceph">
          {checks.map(({ name, severity, message }) => (
            <li key={name}>
              <StateChip
                {...(looks[severity] ?? { ...unknownLook, word: severity })}
              />{' '}
              <strong>{name}</strong> {message}
            </li>
          ))}
        </ul>
      )}
      {issues.length > 0 && (
        <>
          <Text as="p" color="secondary">
            Found by the Ceph operator
            {ceph.reportOutdated && ' before the last change'}:
          </Text>
          <ul className={lists.plain} aria-label="Issues of the Ceph operator">
            {issues.map(issue => (
              <li key={issue}>{issue}</li>
            ))}
          </ul>
        </>
      )}
    </Flex>
  );
}
