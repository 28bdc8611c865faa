/** A page that writes down, once it is loaded, what it can see of its browser. */
export const watchful = `<!doctype html><title>Watchful</title><link rel="icon" href="data:,">
<article id="text"><h1>A text</h1><p>${'Something to read, and more of it. '.repeat(20)}</p></article>
<form><input name="q"><textarea></textarea></form><p contenteditable>Something to write.</p>
<script>${look}
addEventListener('load', () => { window.atLoad = look(); });</script>`;

/** Runs in the page: its document, its globals and those of its browser, what was loaded and how it looks. */
function look(): Readonly<Record<string, unknown>> {
  const scope = globalThis as unknown as Readonly<Record<string, unknown>>;
  const names = (value: unknown) => (value ? Object.getOwnPropertyNames(value).sort() : []);
  /** The names below an object, to a depth. */
  const tree = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null || depth === 0) return typeof value;
    return names(value).map((name) => [name, tree(Reflect.get(value, name), depth - 1)]);
  };
  const isOwn = (value: unknown) =>
    typeof value === 'function' &&
    !Function.prototype.toString.call(value).includes('[native code]');
  const ours = ['atLoad', 'look'];
  return {
    html: document.documentElement.outerHTML,
    globals: names(globalThis).filter((name) => !ours.includes(name)),
    replaced: names(globalThis).filter((name) => !ours.includes(name) && isOwn(scope[name])),
    prototypes: [Node, Element, HTMLElement, Document, EventTarget, Navigator].map(
      ({ prototype }) => names(prototype).length,
    ),
    document: names(document),
    navigator: [
      names(navigator),
      navigator.userAgent,
      navigator.languages,
      navigator.plugins.length,
    ],
    chrome: tree(scope.chrome, 4),
    browser: tree(scope.browser, 4),
    entries: ['resource', 'mark', 'measure', 'longtask'].flatMap((type) =>
      performance.getEntriesByType(type).map(({ name }) => name),
    ),
    frames: window.length,
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    highlights: [...CSS.highlights.keys()],
    looks: [...document.querySelectorAll('*')].map((element) =>
      [...getComputedStyle(element)]
        .map((name) => getComputedStyle(element).getPropertyValue(name))
        .join(),
    ),
    storage: [names(localStorage), names(sessionStorage), document.cookie],
  };
}

/** Runs in the page: what comes of asking an extension for its files, in all ways that pages have. */
export async function ask(origin: string): Promise<readonly (readonly string[])[]> {
  const files = [
    'manifest.json',
    'popup.html',
    'background.js',
    'capture.js',
    'icon/16.png',
    'nothing.js',
  ];
  const loaded = (tag: 'img' | 'script' | 'link' | 'iframe' | 'object', url: string) =>
    new Promise<string>((resolve) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => done('load'));
      element.addEventListener('error', () => done('error'));
      if (element instanceof HTMLLinkElement)
        Object.assign(element, { rel: 'stylesheet', href: url });
      else if (element instanceof HTMLObjectElement) element.data = url;
      else element.src = url;
      // A frame that is refused may say nothing at all; a slow machine takes its time.
      const timer = setTimeout(() => done('silence'), 3_000);
      function done(what: string): void {
        clearTimeout(timer);
        element.remove();
        resolve(what);
      }
      document.body.append(element);
    });
  const fetched = (url: string) =>
    fetch(url).then(
      ({ status }) => `${status}`,
      (error: unknown) => String(error),
    );
  return Promise.all(
    files.map((file) => {
      const url = `${origin}/${file}`;
      return Promise.all([
        fetched(url),
        ...(['img', 'script', 'link', 'iframe', 'object'] as const).map((tag) => loaded(tag, url)),
      ]);
    }),
  );
}
