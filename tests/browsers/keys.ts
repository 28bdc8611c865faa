/** One key with its modifiers, in the words of both browsers. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly text: string | undefined;
  readonly alt: boolean;
  readonly control: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
}

const named: Readonly<Record<string, readonly [code: string, keyCode: number, text?: string]>> = {
  Enter: ['Enter', 13, '\r'],
  Tab: ['Tab', 9],
  Escape: ['Escape', 27],
  Backspace: ['Backspace', 8],
  Delete: ['Delete', 46],
  Home: ['Home', 36],
  End: ['End', 35],
  PageUp: ['PageUp', 33],
  PageDown: ['PageDown', 34],
  ArrowLeft: ['ArrowLeft', 37],
  ArrowUp: ['ArrowUp', 38],
  ArrowRight: ['ArrowRight', 39],
  ArrowDown: ['ArrowDown', 40],
  Shift: ['ShiftLeft', 16],
  ' ': ['Space', 32, ' '],
};

/** Reads `Enter`, `a`, `Shift+Tab`, `Control+Enter`. */
export function parseKey(chord: string): Key {
  const parts = chord.split(/\+(?=.)/);
  const last = parts.at(-1) ?? chord;
  const held = new Set(parts.slice(0, -1));
  const letter = last.toUpperCase();
  const plain = /^[A-Z]$/.test(letter) ? `Key${letter}` : /^\d$/.test(last) ? `Digit${last}` : '';
  const [code, keyCode, text] = named[last] ?? [plain, letter.charCodeAt(0), last];
  const command = held.has('Control') || held.has('Meta') || held.has('Alt');
  return {
    key: last,
    code,
    keyCode,
    text: command ? undefined : text,
    alt: held.has('Alt'),
    control: held.has('Control'),
    meta: held.has('Meta'),
    shift: held.has('Shift'),
  };
}

/** The same chord for xdotool: `alt+shift+s`, `Return`. */
export function xKey(chord: string): string {
  const names: Readonly<Record<string, string>> = {
    Control: 'ctrl',
    Ctrl: 'ctrl',
    Alt: 'alt',
    Shift: 'shift',
    Meta: 'super',
    Enter: 'Return',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
    Backspace: 'BackSpace',
    ' ': 'space',
  };
  return chord
    .split(/\+(?=.)/)
    .map((part) => names[part] ?? (part.length === 1 ? part.toLowerCase() : part))
    .join('+');
}
