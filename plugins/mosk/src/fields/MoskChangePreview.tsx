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
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import {
  MoskChangePreviewOptions,
  MoskChangePreviewValue,
  moskResourceApplyPermission,
} from '@mosk-portal/plugin-mosk-common';
import { useEffect, useState } from 'react';
import { ErrorPanel } from '../components/shared/ErrorPanel';
import { LoadingRows } from '../components/shared/LoadingRows';
import { useClouds } from '../hooks/useClouds';
import { CloudNotice } from './CloudNotice';
import { FieldFrame } from './FieldFrame';
import { previewRequest } from './previewRequest';
import { PreviewResult } from './PreviewResult';
import { FieldProps, readFormData } from './types';
import { useAcceptedPreview } from './useAcceptedPreview';
import { usePreview } from './usePreview';

/** Shows what a change would do before anything is sent, and holds the form back until that is accepted. */
export function MoskChangePreview(
  props: FieldProps<MoskChangePreviewValue, Partial<MoskChangePreviewOptions>>,
) {
  const { formData, name, onChange, uiSchema } = props;
  const options = uiSchema?.['ui:options'] as
    | MoskChangePreviewOptions
    | undefined;
  const { secrets } = useTemplateSecrets();
  const [takeOver, setTakeOver] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const secret = options?.secretSpec ? secrets[options.secretSpec] : undefined;
  const request =
    options && previewRequest(options, readFormData(props), name, secret);
  const { preview, error } = usePreview(request, takeOver, attempt);
  const clouds = useClouds();
  useAcceptedPreview({ preview, takeOver, value: formData, onChange });
  const requestKey = JSON.stringify(request);
  // A consent counts for what was shown when it was given.
  useEffect(() => setTakeOver(false), [requestKey]);

  if (!request) {
    return (
      <Text as="p">Choose a cloud first; then the preview is shown here.</Text>
    );
  }
  const again = () => setAttempt(attempt + 1);
  return (
    <FieldFrame>
      <CloudNotice
        cloud={clouds.data?.find(cloud => cloud.name === request.cloud)}
        kind={request.kind}
      />
      {!preview && !error && (
        <LoadingRows label="Asking the cloud for a dry run" rows={2} />
      )}
      {error !== undefined && (
        <ErrorPanel
          error={error}
          title="The preview could not be made"
          permission={moskResourceApplyPermission.name}
          onRetry={again}
        />
      )}
      {preview && (
        <>
          <PreviewResult
            preview={preview}
            takeOver={takeOver}
            onTakeOver={setTakeOver}
          />
          <div>
            <Button variant="tertiary" size="small" onPress={again}>
              Preview again
            </Button>
          </div>
        </>
      )}
    </FieldFrame>
  );
}
