module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // What scrolls, or tells more when it is focused, must be reachable with the keyboard.
    'jsx-a11y/no-noninteractive-tabindex': [
      'error',
      { roles: ['tabpanel', 'region', 'group', 'img'], tags: [] },
    ],
  },
});
