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

export interface Config {
  catalog?: {
    providers?: {
      /**
       * The clouds themselves are those of `kubernetes.clusterLocatorMethods` and `mosk.clusters`.
       * Entities of a cloud that is left out there are removed by `catalog.orphanProviderStrategy`.
       */
      mosk?: {
        removalGuard?: {
          /**
           * Largest share of a cloud's entities that may be removed at once, 0 to 1.
           * More is refused and logged. Default 0.5.
           */
          share?: number;
          /**
           * Fewer entities than this may always be removed at once. Default 10.
           */
          minimum?: number;
        };
      };
    };
  };
}
