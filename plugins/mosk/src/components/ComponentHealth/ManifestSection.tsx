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

import { Button, Text } from '@backstage/ui';
import {
  moskManifestReadPermission,
  MoskViews,
} from '@mosk-portal/plugin-mosk-common';
import { useState } from 'react';
import { useMayReadManifest } from '../../hooks/useMay';
import { objectName } from '../shared/objectName';
import { Section } from '../shared/Section';
import { ManifestView } from './ManifestView';

export interface ManifestSectionProps {
  cloud: string;
  object: MoskViews.ObjectReference;
}

/** The live object on demand: each read is an audit event. */
export function ManifestSection({ cloud, object }: ManifestSectionProps) {
  const [shown, setShown] = useState(false);
  const { loading, allowed } = useMayReadManifest(cloud, object.kind);
  return (
    <Section title="Manifest">
      {!loading && !allowed ? (
        <Text as="p" color="secondary">
          To read {objectName(object)} takes the permission{' '}
          {moskManifestReadPermission.name}.
        </Text>
      ) : (
        <div>
          <Button
            variant="secondary"
            size="small"
            isDisabled={loading}
            aria-expanded={shown}
            onPress={() => setShown(!shown)}
          >
            {shown ? 'Hide' : 'Show'} {objectName(object)}
          </Button>
        </div>
      )}
      {shown && allowed && <ManifestView cloud={cloud} object={object} />}
    </Section>
  );
}
