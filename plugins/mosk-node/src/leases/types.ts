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
 * What a replica reads of a lease.
 * @public
 */
export interface LeaseRecord {
  /** Empty when it was released. */
  holder: string;
  /** One more by each renewal; a replica that sees it stand still takes the lease over. */
  renewals: number;
}

/**
 * Which replica may write for which cloud.
 * @public
 */
export interface LeaseStore {
  read(cloud: string): Promise<LeaseRecord | undefined>;
  /** Takes the lease if it is still as it was seen; false when another replica was faster. */
  take(
    cloud: string,
    holder: string,
    seen: LeaseRecord | undefined,
  ): Promise<boolean>;
  /** False when the lease went to another replica. */
  renew(cloud: string, holder: string): Promise<boolean>;
  release(cloud: string, holder: string): Promise<void>;
}

/**
 * Proof of the right to write for a cloud, checked within the transaction of each write.
 * @public
 */
export interface LeaseProof {
  cloud: string;
  holder: string;
}
