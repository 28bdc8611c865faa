import { join } from 'node:path';
import { build } from 'vite';

export const editorNames = ['proseMirror', 'lexical', 'codeMirror', 'quill'] as const;
export type EditorName = (typeof editorNames)[number];

/** Selects from a place in its first line to one in its second; runs in the page. */
export function selectAcross(fromOffset: number, toOffset: number): void {
  const editable = document.querySelector<HTMLElement>('#zoo [contenteditable=true]');
  editable?.focus();
  const [first, second] = editable?.querySelectorAll('p, li, .cm-line') ?? [];
  const textIn = (line: Element | undefined) =>
    document.createTreeWalker(line ?? document, NodeFilter.SHOW_TEXT).nextNode() ?? document;
  getSelection()?.setBaseAndExtent(textIn(first), fromOffset, textIn(second), toOffset);
}

let script: Promise<string> | undefined;

/** The body of a page with one of the editors, as its makers ship it, that holds these lines; `held()` tells what it holds. */
export async function editorBody(name: EditorName, lines: readonly string[]): Promise<string> {
  script ??= bundle();
  const code = (await script).replaceAll('</script', '<\\/script');
  const styles =
    '.ProseMirror, .ql-clipboard { white-space: pre-wrap } .ql-clipboard { display: none }';
  const wanted = JSON.stringify({ name, lines });
  return `<style>${styles}</style></main><script>window.wanted = ${wanted};</script><script type="module">${code}</script>`;
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, 'page.ts'), formats: ['es'] },
    },
  });
  const files = [result].flat().flatMap((built) => ('output' in built ? built.output : []));
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
}
