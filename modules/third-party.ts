import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineWxtModule } from 'wxt/modules';

/** What is read of a package's own `package.json`. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: { readonly url: string };
}

/**
 * Puts `third-party.txt` into the build: the licences of all that is bundled, as they ask for. What is listed is what the
 * bundler took, not what `package.json` says.
 */
export default defineWxtModule({
  name: 'third-party',
  hooks: {
    'build:done': async ({ config }, { steps }) => {
      const modules = steps.flatMap(({ chunks }) =>
        chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])),
      );
      const folders = new Set(modules.flatMap((id) => packageOf(id) ?? []));
      const mit = withoutHead(readFileSync(join(config.root, 'LICENSE'), 'utf8'));
      const parts = [...folders].toSorted().map((folder) => entryOf(folder, mit));
      const text = ['Gloss is made with these, under their own licences.', ...parts];
      await writeFile(
        join(config.outDir, 'third-party.txt'),
        text.join(`\n\n${'-'.repeat(40)}\n\n`),
      );
    },
  },
});

/** The terms alone: whose they are is said for each package. */
function withoutHead(text: string): string {
  return text.slice(text.indexOf('Permission is hereby granted'));
}

/** `…/node_modules/@a/b/dist/c.js` → `…/node_modules/@a/b`. */
function packageOf(moduleId: string): string | undefined {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId)?.[1];
}

function entryOf(folder: string, mit: string): string {
  const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;
  const { name, version, license } = found;
  return `${name} ${version} (${license})\n\n${termsOf(folder, found, mit).trim()}`;
}

/** The files of the package itself; else what its licence asks for. */
function termsOf(folder: string, found: Package, mit: string): string {
  const { name, author, license, repository } = found;
  // It asks to say where the source is, not for its text, which is a third of all that is here.
  if (license === 'MPL-2.0')
    return `Its source, unchanged: ${repository?.url}\nhttps://mozilla.org/MPL/2.0/`;
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)/i.test(file))
    .toSorted();
  if (files.length > 0)
    return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n\n');
  const owner = typeof author === 'string' ? author : author?.name;
  if (license !== 'MIT' || !owner) throw new Error(`${name} has no licence that could be shown.`);
  return `Copyright (c) ${owner}\n\n${mit}`;
}
