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

import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import {
  moskCloudReadPermission,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { useAlerts } from '../../hooks/useAlerts';
import lists from '../shared/lists.module.css';
import { QueryView } from '../shared/QueryView';
import { Section } from '../shared/Section';
import { AlertNotice } from './AlertNotice';
import { AlertRow } from './AlertRow';

export interface AlertsProps {
  cloud: string;
  /** Those of the whole cloud when left out. */
  component?: string;
}

/** What fires, the worst first; what is silenced or hidden by another alert is folded away. */
export function Alerts({ cloud, component }: AlertsProps) {
  const alerts = useAlerts(cloud, component);
  return (
    <Section title="Alerts">
      <QueryView
        query={alerts}
        subject="the alerts"
        permission={moskCloudReadPermission.name}
        rows={1}
      >
        {list => <AlertLists list={list} withComponents={!component} />}
      </QueryView>
    </Section>
  );
}

function AlertLists({
  list,
  withComponents,
}: {
  list: MoskViews.AlertList;
  withComponents: boolean;
}) {
  const firing = list.alerts.filter(({ state }) => state === 'firing');
  const quiet = list.alerts.filter(({ state }) => state !== 'firing');
  const rows = (alerts: MoskViews.Alert[], label: string) => (
    <ul className={lists.spaced} aria-label={label}>
      {alerts.map(alert => (
        <li key={alert.id}>
          <AlertRow alert={alert} withComponents={withComponents} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <AlertNotice list={list} />
      {firing.length > 0 && rows(firing, 'Firing alerts')}
      {firing.length === 0 && list.state === 'live' && (
        <Text as="p" color="secondary">
          {list.pipeline.watchdog === 'ok'
            ? 'None fires.'
            : 'None has arrived.'}
        </Text>
      )}
      {quiet.length > 0 && (
        <Accordion>
          <AccordionTrigger
            title={`${quiet.length} silenced or hidden by another alert`}
          />
          <AccordionPanel>{rows(quiet, 'Quiet alerts')}</AccordionPanel>
        </Accordion>
      )}
    </>
  );
}
