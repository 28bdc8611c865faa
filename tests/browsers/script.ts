/** What runs in a page: a function (it must not use anything from outside itself) or the body of an async one. */
export type Script<T, A extends readonly unknown[]> = string | ((...args: A) => T | Promise<T>);

/** The source of an async function of the given arguments. */
export function sourceOf<T, A extends readonly unknown[]>(script: Script<T, A>): string {
  return typeof script === 'string' ? `async (...args) => { ${script} }` : `(${script})`;
}

export function callOf<T, A extends readonly unknown[]>(script: Script<T, A>, args: A): string {
  const passed = args.map((arg) => JSON.stringify(arg) ?? 'undefined').join(', ');
  return `(${sourceOf(script)})(${passed})`;
}

/**
 * The page's side of a selector: CSS, or `text=Stop` for the control of that name.
 * Looks into open shadow roots too.
 */
const find = `(selector) => {
  const roots = [document];
  for (const root of roots) for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  const all = (css) => roots.flatMap((root) => [...root.querySelectorAll(css)]);
  if (!selector.startsWith('text=')) return all(selector);
  const wanted = selector.slice(5);
  const controls = 'button, a, label, summary, option, [role], input[type=submit], input[type=button]';
  const names = (e) => [e.getAttribute('aria-label'), e.innerText, e.value, e.title];
  return all(controls).filter((e) => names(e).some((name) => typeof name === 'string' && name.trim() === wanted));
}`;

/** What has no box of its own, by `display: contents`, shows where a child of it does. */
const visible = `function shows(element) {
  if (getComputedStyle(element).display === 'contents') return [...element.children].some(shows);
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}`;

/** The page's own window: in Firefox each script has one to itself, and what is put there is gone with it. */
const own = 'window.wrappedJSObject ?? window';

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** The same spot in pixels of the screen. */
  readonly screenX: number;
  readonly screenY: number;
}

/** The centre of the first line of the first visible match, scrolled into view; null when there is none. */
export const locate = `
  const element = (${find})(args[0]).find(${visible});
  if (!element) return null;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const corner = () => element.getBoundingClientRect().left + ' ' + element.getBoundingClientRect().top;
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await drawn();
  // What still moves, as in a popup that is growing, would be missed.
  for (let before = ''; before !== corner(); await drawn()) before = corner();
  const range = document.createRange();
  range.selectNodeContents(element);
  const inline = getComputedStyle(element).display === 'inline' || args[1];
  const line = inline ? [...range.getClientRects()].find((r) => r.width > 1) : undefined;
  const rect = line ?? element.getClientRects()[0];
  if (!rect) return null;
  // Only where no page could see it.
  if (location.protocol.endsWith('-extension:')) {
    const own = ${own};
    own.clickHeard = false;
    element.addEventListener('click', () => (own.clickHeard = true), { capture: true, once: true });
  }
  const x = rect.left + rect.width / 2, y = rect.top + rect.height / 2;
  const screenLeft = window.mozInnerScreenX ?? screenX + (outerWidth - innerWidth) / 2;
  const screenTop = window.mozInnerScreenY ?? screenY + outerHeight - innerHeight;
  return { x, y, screenX: Math.round(screenLeft + x), screenY: Math.round(screenTop + y) };`;

/** Whether the last element that was located has been clicked, or nobody listens. */
export const clickHeard = `return (${own}).clickHeard !== false;`;

export const isVisible = `return (${find})(args[0]).some(${visible});`;

export const textOf = `
  if (!args[0]) return document.body.innerText;
  const element = (${find})(args[0])[0];
  if (!element) throw new Error('Nothing matches ' + args[0]);
  return element.innerText ?? element.textContent;`;

/** The text of the document; of one that shows none, what it is. */
export const shown = `
  return document.body.innerText ||
    [document.readyState, location.href, document.documentElement.outerHTML].join(' ');`;

export const focus = `
  const element = (${find})(args[0]).find(${visible});
  if (!element) throw new Error('Nothing matches ' + args[0]);
  element.focus();`;

export const selectAll = `
  const element = (${find})(args[0])[0];
  if (!element) throw new Error('Nothing matches ' + args[0]);
  if (typeof element.select === 'function') { element.focus(); element.select(); }
  else getSelection().selectAllChildren(element);`;

export const runAxe = `
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html) }));`;
