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

import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarPage,
  SidebarSpace,
} from '@backstage/core-components';
import {
  Settings as SidebarSettings,
  UserSettingsSignInAvatar,
} from '@backstage/plugin-user-settings';
import {
  RiAddCircleLine,
  RiCloudLine,
  RiHome4Line,
  RiMenuLine,
} from '@remixicon/react';
import { PropsWithChildren } from 'react';

const CloudIcon = () => <RiCloudLine />;
const CatalogIcon = () => <RiHome4Line />;
const CreateIcon = () => <RiAddCircleLine />;

export const Root = ({ children }: PropsWithChildren) => (
  <SidebarPage>
    <Sidebar>
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        <SidebarItem icon={CloudIcon} to="mosk" text="Clouds" />
        <SidebarItem icon={CatalogIcon} to="catalog" text="Catalog" />
        <SidebarItem icon={CreateIcon} to="create" text="Create..." />
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        <SidebarSettings />
      </SidebarGroup>
    </Sidebar>
    {children}
  </SidebarPage>
);
