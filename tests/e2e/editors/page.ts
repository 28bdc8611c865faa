import { history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView as CodeMirror, keymap as codeKeymap } from '@codemirror/view';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { baseKeymap } from 'prosemirror-commands';
import { history as proseHistory, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Node as ProseNode } from 'prosemirror-model';
import { schema } from 'prosemirror-schema-basic';
import { EditorState as ProseState } from 'prosemirror-state';
import { EditorView as ProseMirror } from 'prosemirror-view';
import Quill from 'quill';
import type { EditorName } from './bundle';

/** Each editor with its history, in an element that holds nothing else; what it holds is told as lines. */
type Mount = (place: HTMLElement, lines: readonly string[]) => () => string;

function proseMirror(place: HTMLElement, lines: readonly string[]): () => string {
  const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const doc = ProseNode.fromJSON(schema, { type: 'doc', content: lines.map(paragraph) });
  const keys = keymap({ 'Mod-z': undo, 'Mod-y': redo });
  const plugins = [proseHistory(), keys, keymap(baseKeymap)];
  const view = new ProseMirror(place, { state: ProseState.create({ doc, plugins }) });
  return () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n');
}

function lexical(place: HTMLElement, lines: readonly string[]): () => string {
  const root = document.createElement('div');
  root.contentEditable = 'true';
  place.append(root);
  const editor = createEditor({
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  registerRichText(editor);
  const fill = () => {
    for (const line of lines)
      $getRoot().append($createParagraphNode().append($createTextNode(line)));
  };
  editor.update(fill, { discrete: true });
  registerHistory(editor, createEmptyHistoryState(), 300);
  const paragraphs = () => $getRoot().getChildren();
  return () =>
    editor.getEditorState().read(() =>
      paragraphs()
        .map((node) => node.getTextContent())
        .join('\n'),
    );
}

function codeMirror(place: HTMLElement, lines: readonly string[]): () => string {
  const extensions = [history(), codeKeymap.of(historyKeymap), CodeMirror.lineWrapping];
  const state = EditorState.create({ doc: lines.join('\n'), extensions });
  const view = new CodeMirror({ state, parent: place });
  return () => view.state.doc.toString();
}

function quill(place: HTMLElement, lines: readonly string[]): () => string {
  const root = document.createElement('div');
  place.append(root);
  const editor = new Quill(root);
  editor.setText(`${lines.join('\n')}\n`, 'silent');
  editor.history.clear();
  return () => editor.getText().replace(/\n$/, '');
}

const mounts: Readonly<Record<EditorName, Mount>> = { proseMirror, lexical, codeMirror, quill };

declare global {
  interface Window {
    /** What the page's script is told before it runs. */
    readonly wanted: { readonly name: EditorName; readonly lines: readonly string[] };
    /** What the editor itself holds, whatever its elements show. */
    held: () => string;
  }
}

const { name, lines } = window.wanted;
const place = document.getElementById('zoo');
if (place) window.held = mounts[name](place, lines);
