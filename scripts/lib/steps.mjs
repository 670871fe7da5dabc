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

const HEARTBEAT_MS = 15_000;

const seconds = since => `${Math.round((Date.now() - since) / 1000)} s`;

/**
 * Runs a slow piece of work and says what it does, that it goes on, and how long it took.
 * The work receives a function that reports how far it is.
 */
export async function step(title, work) {
  const startedAt = Date.now();
  let progress = '';
  console.log(`▸ ${title}`);
  const heartbeat = setInterval(() => {
    console.log(`  … ${title}: ${seconds(startedAt)}${progress}`);
  }, HEARTBEAT_MS);
  try {
    const result = await work(text => {
      progress = text ? `, ${text}` : '';
    });
    console.log(`✓ ${title} (${seconds(startedAt)})`);
    return result;
  } catch (error) {
    console.log(`✗ ${title} (${seconds(startedAt)})`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
