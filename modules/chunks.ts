import { defineWxtModule } from 'wxt/modules';

/**
 * Puts what the views share into few files. By itself the bundler makes one of whatever the same views share: these were 60 for
 * the popup, and Chromium took 390 ms from the click to the preview with them, and 250 with these.
 */
export default defineWxtModule({
  name: 'chunks',
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ inputPath }) => inputPath.endsWith('.html'))) return;
      const output = config.build?.rollupOptions?.output;
      if (!output || Array.isArray(output)) throw new Error('The views are built otherwise now');
      output.codeSplitting = { groups };
      // All browsers that Gloss runs in preload by themselves.
      config.build = { ...config.build, modulePreload: { polyfill: false } };
    },
  },
});

/** A module goes into the first that takes it, with all that it needs. */
const groups = [
  // What paints the skeleton waits for nothing else.
  { name: 'start', test: /preload-helper|wxt-html-plugins/ },
  {
    name: 'app',
    test: /\/components\/(?:App|start-view)\.tsx?$|\/utils\/platform\/platform(?:-sites)?\.ts$/,
  },
  { name: 'views', test: isForAll, minShareCount: 2 },
].map((group, index, { length }) => ({ ...group, priority: length - index }));

/** Not what only an answer with marks needs, which is a third as large as all else. */
function isForAll(id: string): boolean {
  return !/\.css$|\/components\/answer\/[a-z-]+\.ts$|\/marked\//.test(id);
}
