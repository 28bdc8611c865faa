import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What the drivers need to know of a built extension. */
export interface Extension {
  readonly dir: string;
  readonly geckoId: string | undefined;
  readonly popup: string | undefined;
  readonly panel: string | undefined;
}

interface Manifest {
  readonly action?: { readonly default_popup?: string };
  readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } };
  readonly side_panel?: { readonly default_path?: string };
  readonly sidebar_action?: { readonly default_panel?: string };
}

export function readExtension(directory: string): Extension {
  const dir = resolve(directory);
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as Manifest;
  return {
    dir,
    geckoId: manifest.browser_specific_settings?.gecko?.id,
    popup: manifest.action?.default_popup,
    panel: manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel,
  };
}
