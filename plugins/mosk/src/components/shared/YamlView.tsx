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

import { CopyButton } from './CopyButton';
import styles from './YamlView.module.css';

/** YAML to read and to copy. */
export function YamlView({ yaml, label }: { yaml: string; label: string }) {
  return (
    <div className={styles.frame}>
      <div className={styles.copy}>
        <CopyButton text={yaml} label={`Copy ${label}`} />
      </div>
      <pre
        className={styles.code}
        role="region"
        aria-label={label}
        tabIndex={0}
      >
        {yaml}
      </pre>
    </div>
  );
}
