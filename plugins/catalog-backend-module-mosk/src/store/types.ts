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

/**
 * What replicas of the catalog share on the clouds whose entities they write.
 */
export interface CloudStore {
  /**
   * Takes or renews the right to write the entities of a cloud.
   * False while another process holds it.
   */
  holdLease(cloud: string, milliseconds: number): Promise<boolean>;
  /** Gives the right back, when this process has it. */
  releaseLease(cloud: string): Promise<void>;
  /** References of the entities that were written last, by whichever process. */
  readEntityRefs(cloud: string): Promise<string[]>;
  writeEntityRefs(cloud: string, refs: readonly string[]): Promise<void>;
  /** Names of all clouds of which entities were written, configured now or not. */
  listClouds(): Promise<string[]>;
}
