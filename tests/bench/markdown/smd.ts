import * as smd from 'streaming-markdown';

export function renderSmd(root: HTMLElement): { readonly update: (text: string) => void } {
  const parser = smd.parser(smd.default_renderer(root));
  let from = 0;
  return {
    update(text) {
      smd.parser_write(parser, text.slice(from));
      from = text.length;
    },
  };
}
