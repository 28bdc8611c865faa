import { defineConfig } from 'wxt';

const api = 'https://api.anthropic.com/*';

/** Asked for one by one, in the click that needs it: endpoints of the user's own. Plain HTTP on this computer alone. */
const onDemand = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];

/** `connect-src` binds the background too; the views shut themselves off with a meta CSP of their own. */
const extensionPages = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  zip: {
    dotSources: true,
    // With dot files the repository itself would be in it, its remotes and their credentials.
    excludeSources: [
      ...[
        '.git',
        '.git/**',
        '.wxt/**',
        '**/.env*',
        '**/*.log',
        'coverage/**',
        '**/stats*.{html,json}',
      ],
      ...['artifacts/**', 'docs/pictures/**'],
    ],
  },
  hooks: {
    // By its name wxt takes ours for a page that is to be shown in the place of the browser's own history (Ctrl+H).
    'entrypoints:resolved': (_, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.type === 'history') Object.assign(entrypoint, { type: 'unlisted-page' });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'contextMenus',
      'scripting',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      'storage',
      'unlimitedStorage',
    ],
    host_permissions: [api],
    optional_host_permissions: onDemand,
    incognito: 'spanning',
    content_security_policy: { extension_pages: extensionPages },
    omnibox: { keyword: 'gloss' },
    commands: {
      'slot-1': { description: '__MSG_slot1__' },
      'slot-2': { description: '__MSG_slot2__' },
      'slot-3': { description: '__MSG_slot3__' },
      // Firefox opens its History menu by Alt+Shift+S: the menu's access key comes first.
      _execute_action: {
        suggested_key: { default: browser === 'firefox' ? 'Alt+Shift+G' : 'Alt+Shift+S' },
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'gloss@gloss-extension.org',
              strict_min_version: '149.0',
              // The last: for actions of the user's own that name the address of a page.
              data_collection_permissions: {
                required: ['websiteContent', 'authenticationInfo'],
                optional: ['browsingActivity'],
              },
            },
          },
        }
      : { minimum_chrome_version: '146' }),
  }),
});
