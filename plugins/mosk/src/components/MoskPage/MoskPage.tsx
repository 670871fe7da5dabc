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

import { Route, Routes } from 'react-router-dom';
import { MoskRoot } from '../../live';
import { CloudPage } from '../CloudPage/CloudPage';
import { CloudsPage } from '../CloudsPage/CloudsPage';
import { RolloutPage } from '../RolloutPage/RolloutPage';
import { RolloutsPage } from '../RolloutsPage/RolloutsPage';
import { LiveBanner } from '../shared/LiveBanner';
import page from '../shared/Page.module.css';
import { MoskHeader } from './MoskHeader';
import { NotFound } from './NotFound';

/** Every page of ours below one address, the same in both frontend systems. */
export function MoskPage() {
  return (
    <MoskRoot>
      <MoskHeader />
      <main className={page.body}>
        <LiveBanner />
        <Routes>
          <Route path="/" element={<CloudsPage />} />
          <Route path="/clouds/:cloud" element={<CloudPage />} />
          <Route path="/rollouts" element={<RolloutsPage />} />
          <Route path="/rollouts/:id" element={<RolloutPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </main>
    </MoskRoot>
  );
}
