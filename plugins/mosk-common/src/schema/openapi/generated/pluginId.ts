export const pluginId = 'mosk';
