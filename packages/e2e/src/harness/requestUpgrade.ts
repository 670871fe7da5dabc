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
import { Page } from 'playwright-core';

/**
 * Fills the template that upgrades the deployment of cloud north to the one release within reach, and starts it.
 * Leaves the page of the task open.
 */
export async function requestUpgrade(page: Page, release: string) {
  await page.goto('/create/templates/default/openstack-upgrade');
  await page.getByRole('button', { name: /Choose one/ }).click();
  await page.getByRole('option', { name: 'north in North' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: /Choose a release/ }).click();
  expect(await page.getByRole('option').allInnerTexts()).toEqual([release]);
  await page.getByRole('option', { name: release }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  // The running cloud was made by hand, so the first change takes its fields over.
  await page
    .getByText(/is owned by kubectl-create/)
    .first()
    .waitFor();
  await page.getByText(/Take these fields over/).click();
  await page.getByText('The API server accepts this').waitFor();
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: /^(Create|Upgrade|Change)$/ }).click();
  await page.waitForURL(/\/create\/tasks\//);
}
