import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly content_security_policy: { readonly extension_pages: string };
  readonly action: Readonly<Record<string, string>>;
  readonly commands: unknown;
  readonly background: Readonly<Record<string, unknown>>;
  readonly browser_specific_settings?: unknown;
  readonly minimum_chrome_version?: string;
  readonly [key: string]: unknown;
}

function manifestOf(target: string): Manifest {
  return JSON.parse(readFileSync(`.output/${target}/manifest.json`, 'utf8')) as Manifest;
}

describe.each(['chrome-mv3', 'firefox-mv3'])('the manifest of %s', (target) => {
  const manifest = manifestOf(target);
  const pages = readdirSync(`.output/${target}`).filter((name) => name.endsWith('.html'));

  test('asks for this and nothing else', () => {
    expect(manifest.manifest_version).toBe(3);
    const everywhere = ['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
    const here = target.startsWith('chrome') ? [...everywhere, 'sidePanel'] : everywhere;
    expect(manifest.permissions.toSorted()).toEqual(here.toSorted());
    expect(manifest.host_permissions).toEqual(['https://api.anthropic.com/*']);
  });

  test('may be given other hosts one by one, and none without encryption but this computer', () => {
    expect(manifest.optional_host_permissions).toEqual([
      'https://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
    ]);
  });

  test('has these keys and no others: wxt adds some of its own accord, by what a file is called', () => {
    const everywhere =
      'action background commands content_security_policy default_locale description host_permissions icons incognito manifest_version name omnibox optional_host_permissions options_ui permissions version';
    const here = target.startsWith('chrome')
      ? 'minimum_chrome_version side_panel'
      : 'browser_specific_settings sidebar_action';
    expect(Object.keys(manifest).toSorted()).toEqual(`${everywhere} ${here}`.split(' ').toSorted());
  });

  test.each([
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'optional_permissions',
    'update_url',
    'key',
  ])('has no %s', (key) => expect(manifest).not.toHaveProperty(key));

  test('lets its pages run their own code only, and nothing leave unencrypted', () => {
    const policy = new Map(
      manifest.content_security_policy.extension_pages.split('; ').map((directive) => {
        const [name, ...values] = directive.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self' https: http://localhost:* http://127.0.0.1:*");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe("'none'");
    expect(manifest.content_security_policy.extension_pages).not.toMatch(/unsafe|wasm|data:|blob:/);
    for (const name of ['img-src', 'style-src', 'font-src'])
      expect(policy.get(name)).toBe("'self'");
    for (const name of ['object-src', 'frame-src', 'frame-ancestors', 'base-uri', 'form-action'])
      expect(policy.get(name)).toBe("'none'");
  });

  test('has no page but these', () => {
    expect(pages.toSorted()).toEqual([
      'history.html',
      'ledger.html',
      'options.html',
      'popup.html',
      'sidepanel.html',
      'welcome.html',
    ]);
  });

  test.each(pages)('shuts %s off from the network', (page) => {
    const html = readFileSync(`.output/${target}/${page}`, 'utf8');
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/i.exec(html)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(html).not.toMatch(/<script(?![^>]* src=)|\son\w+=|\sstyle=|<style/);
  });
});

test.each([
  ['chrome-mv3', 'Alt+Shift+S'],
  ['firefox-mv3', 'Alt+Shift+G'],
])('%s opens the popup by %s', (target, key) => {
  expect(manifestOf(target).commands).toEqual({
    _execute_action: { suggested_key: { default: key } },
    // No keys of their own: they are the user's to choose.
    'slot-1': { description: '__MSG_slot1__' },
    'slot-2': { description: '__MSG_slot2__' },
    'slot-3': { description: '__MSG_slot3__' },
  });
  expect(manifestOf(target).omnibox).toEqual({ keyword: 'gloss' });
});

test('Chrome: the side panel shows ours', () => {
  expect(manifestOf('chrome-mv3').side_panel).toEqual({ default_path: 'sidepanel.html' });
});

test('Firefox: the sidebar does not open by itself', () => {
  expect(manifestOf('firefox-mv3').sidebar_action).toMatchObject({
    default_panel: 'sidepanel.html',
    open_at_install: false,
  });
});

test('Chrome: the oldest version that can parse a linked page without loading anything of it', () => {
  expect(manifestOf('chrome-mv3').minimum_chrome_version).toBe('146');
});

test('Firefox: what is sent is declared, and the version is the first that opens a popup without a click', () => {
  expect(manifestOf('firefox-mv3').browser_specific_settings).toEqual({
    gecko: {
      id: 'gloss@gloss-extension.org',
      strict_min_version: '149.0',
      data_collection_permissions: {
        required: ['websiteContent', 'authenticationInfo'],
        optional: ['browsingActivity'],
      },
    },
  });
});

test('the store’s own lint finds no error, and no warning but Preact’s own innerHTML', () => {
  const report = execFileSync(
    'npx',
    ['--no-install', 'addons-linter', '--output', 'json', '.output/firefox-mv3'],
    { encoding: 'utf8' },
  );
  const { errors, warnings } = JSON.parse(report) as Record<
    string,
    readonly { code: string; file: string }[]
  >;
  expect(errors).toEqual([]);
  expect(new Set(warnings?.map(({ code }) => code))).toEqual(new Set(['UNSAFE_VAR_ASSIGNMENT']));
});
