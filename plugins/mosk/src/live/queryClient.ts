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

import { QueryClient } from '@tanstack/react-query';

const finalErrors = ['NotAllowedError', 'NotFoundError', 'AuthenticationError'];

function isFinal(error: unknown): boolean {
  const cause = (error as { cause?: { name?: string } }).cause;
  return (
    finalErrors.includes((error as Error).name) ||
    finalErrors.includes(cause?.name ?? '')
  );
}

/** One for all pages, tabs and cards, so that they agree. Nothing polls: signals say when to ask again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: 'always',
      retry: (failures, error) => failures < 1 && !isFinal(error),
      retryDelay: 1000,
    },
  },
});
