import { t } from '../../utils/i18n.ts';
import { closeMarks } from './close-marks.ts';
import { holdTableHead } from './hold-back.ts';
import { inline } from './inline.ts';
import type { Links, MarkedToken, Tokens } from './lexer.ts';
import { address } from './link.ts';
import { type Attributes, type ElementView, element, type Tag, type View } from './view.ts';
import { visible } from './visible.ts';

/** What a block needs to know besides its text; `open`: its end has not arrived yet. */
export interface Surroundings {
  readonly links: Links;
  readonly open: boolean;
  readonly nested: boolean;
}

const HEADINGS: readonly Tag[] = ['h3', 'h3', 'h4', 'h5', 'h6', 'h6', 'h6'];

/** One view for each block that shows anything. */
export function blocks(
  tokens: readonly MarkedToken[],
  around: Surroundings,
): readonly (ElementView | undefined)[] {
  const last = tokens.findLastIndex((token) => token.type !== 'space');
  return tokens.map((token, at) => block(token, { ...around, open: around.open && at === last }));
}

function block(token: MarkedToken, around: Surroundings): ElementView | undefined {
  const make = (tag: Tag, children: () => readonly View[], more?: Attributes) =>
    element(tag, children, more ?? direction(around), key(token, around));
  switch (token.type) {
    case 'heading':
      return make(HEADINGS[token.depth] ?? 'h6', () => leaf(token.text, around));
    case 'paragraph':
    case 'text':
      return paragraph(token.text, around, key(token, around));
    case 'code':
      return code(token, around);
    case 'blockquote':
      return make('blockquote', () => inner(token.tokens as MarkedToken[], around));
    case 'list':
      return make(
        token.ordered ? 'ol' : 'ul',
        () => items(token, around),
        listAttributes(token, around),
      );
    case 'table':
      return make('div', () => [table(token, around)], tableBox());
    case 'hr':
      return make('hr', () => [], {});
    case 'def':
      return address(token.href) ? undefined : make('p', () => visible(token.raw.trim()));
    default:
      return undefined;
  }
}

function inner(tokens: readonly MarkedToken[], around: Surroundings): readonly View[] {
  return blocks(tokens, { ...around, nested: true }).filter((view) => view !== undefined);
}

/** Only the outermost block asks for its direction; inside, CSS lets each line find its own. */
function direction({ nested }: Surroundings): Attributes {
  return nested ? {} : { dir: 'auto' };
}

function key(token: MarkedToken, { open, links }: Surroundings): string | undefined {
  if (open) return undefined;
  const known = token.raw.includes('[') ? Object.keys(links).length : 0;
  return `${token.type} ${known} ${token.raw}`;
}

function leaf(text: string, { open, links }: Surroundings): readonly View[] {
  return inline(open ? closeMarks(text) : text, links);
}

function paragraph(text: string, around: Surroundings, known?: string): ElementView | undefined {
  const held = (around.open ? holdTableHead(text) : text).trimStart();
  if (held === '') return undefined;
  return element('p', () => leaf(held, around), direction(around), known);
}

function code(token: Tokens.Code, around: Surroundings): ElementView {
  const language = /^[\w+#.-]{1,20}/.exec(token.lang ?? '')?.[0];
  const attributes = { dir: 'ltr', ...(language && { 'data-language': language }) };
  const content = () => [element('code', () => visible(token.text))];
  return element('pre', content, attributes, key(token, around));
}

function listAttributes(token: Tokens.List, around: Surroundings): Attributes {
  const start = token.ordered && token.start !== 1 ? { start: String(token.start) } : {};
  return { ...direction(around), ...start };
}

/** Tight and loose lists look the same: the first empty line must not push the list apart in mid-stream. */
function items(list: Tokens.List, around: Surroundings): readonly View[] {
  const last = list.items.length - 1;
  return list.items.map((item, at) =>
    listItem(item, { ...around, open: around.open && at === last }),
  );
}

function listItem(item: Tokens.ListItem, around: Surroundings): View {
  const known = around.open ? undefined : key(item as MarkedToken, around);
  const tokens = (item.tokens as MarkedToken[]).filter((token) => token.type !== 'checkbox');
  if (!item.task) return element('li', () => inner(tokens, around), {}, known);
  return element('li', () => task(item, tokens, around), { class: 'task' }, known);
}

function task(
  item: Tokens.ListItem,
  tokens: readonly MarkedToken[],
  around: Surroundings,
): readonly View[] {
  const [first, ...rest] = tokens;
  const box = item.checked ? '☑ ' : '☐ ';
  if (first?.type !== 'text' && first?.type !== 'paragraph') return [box, ...inner(tokens, around)];
  const text = first.text.replace(/^\[[ xX]\][ \t]+/, '');
  const open = around.open && rest.length === 0;
  const line = element('p', () => [box, ...leaf(text, { ...around, open })]);
  return [line, ...inner(rest, around)];
}

/** Where it is wide it scrolls, as a stop that is told by its name. */
function tableBox(): Attributes {
  return { class: 'table', role: 'group', 'aria-label': t('format_table') };
}

function table(token: Tokens.Table, around: Surroundings): View {
  const last = token.rows.length - 1;
  const body = () =>
    token.rows.map((cells, at) =>
      row(cells, 'td', { ...around, open: around.open && at === last }),
    );
  const head = () => [row(token.header, 'th', { ...around, open: false })];
  const parts = [element('thead', head), ...(last < 0 ? [] : [element('tbody', body)])];
  return element('table', () => parts, direction(around));
}

function row(cells: readonly Tokens.TableCell[], tag: 'td' | 'th', around: Surroundings): View {
  const known = cells.map((cell) => `${cell.align} ${cell.text}`).join('\n');
  const last = cells.findLastIndex((cell) => cell.text !== '');
  const views = () =>
    cells.map(({ text, align }, at) => {
      const content = () => leaf(text, { ...around, open: around.open && at === last });
      return element(tag, content, align ? { align } : {});
    });
  return element('tr', views, {}, around.open || known.includes('[') ? undefined : known);
}
