// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { ATTRIBUTES, TAGS } from '../../components/answer/view.ts';
import { rendered } from './answer-shown.ts';

const SCHEMES = [
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'javascript&colon;alert(1)',
  ],
  ...['javascript&#58;alert(1)', 'javascript&#x3a;alert(1)', '&#106;avascript:alert(1)'],
  ...['java&Tab;script:alert(1)', 'java&NewLine;script:alert(1)', 'java\tscript:alert(1)'],
  ...['\u0001javascript:alert(1)', 'javascript\u200b:alert(1)', 'ｊavascript:alert(1)'],
  ...[
    'javascript://e.org/%0Aalert(1)',
    'javascript:/*https://e.org*/alert(1)',
    'vbscript:msgbox(1)',
  ],
  ...['data:text/html,<script>alert(1)</script>', 'data:text/html;base64,PHNjcmlwdD4=', 'DATA:,x'],
  ...[
    'data:image/svg+xml,<svg onload=alert(1)>',
    'blob:https://e.org/1',
    'filesystem:https://e.org/t',
  ],
  ...[
    'file:///etc/passwd',
    'ftp://e.org',
    'ws://e.org',
    'about:blank',
    'view-source:https://e.org',
  ],
  ...['chrome://settings', 'chrome-extension://abc/x.html', 'moz-extension://abc/x.html'],
  ...['intent://e.org#Intent;end', 'tel:+100', 'sms:1', 'ms-settings:', 'itms-apps://e', 'x:y'],
  ...[
    '//e.org/x',
    '/\\e.org',
    '\\\\e.org\\x',
    'https:',
    'https://',
    'http:\\',
    'https//e.org',
    '?q=1',
  ],
];

const FORMS: readonly ((address: string) => string)[] = [
  (address) => `[a](${address})`,
  (address) => `[a](<${address}> "t")`,
  (address) => `<${address}>`,
  (address) => `[a][r]\n\n[r]: ${address}`,
  (address) => `![a](${address})`,
  (address) => `[![a](${address})](${address})`,
  (address) => `| a |\n|---|\n| [a](${address}) |`,
];

const SNIPPETS = [
  ...['<script>alert(1)</script>', '<ScRiPt src=//e.org/x.js>', '<img src=x onerror=alert(1)>'],
  ...[
    '<svg onload=alert(1)>',
    '<svg><image href="https://e.org/x"/></svg>',
    '<math><mi>x</mi></math>',
  ],
  ...['<iframe src="https://e.org"></iframe>', '<object data=x></object>', '<embed src=x>'],
  ...[
    '<style>*{background:url(https://e.org)}</style>',
    '<link rel=stylesheet href=//e.org/x.css>',
  ],
  ...[
    '<meta http-equiv=refresh content="0;url=//e.org">',
    '<base href="//e.org/">',
    '<form action=//e.org>',
  ],
  ...[
    '<input type=image src=//e.org/x>',
    '<button formaction=javascript:x>',
    '<video poster=//e.org/x>',
  ],
  ...[
    '<audio src=//e.org/x autoplay>',
    '<table background=//e.org/x>',
    '<p style="background:url(//e.org)">',
  ],
  ...['<a href="javascript:alert(1)">x</a>', '<a href=x onclick=y>', '<details open ontoggle=x>'],
  ...[
    '<div><!--<img src=x>--></div>',
    '<![CDATA[<img src=x>]]>',
    '<?xml?><x:script/>',
    '<!DOCTYPE html>',
  ],
  ...['<noscript><p title="</noscript><img src=x onerror=y>">', '<template><img src=x></template>'],
  ...['<textarea></textarea><img src=x>', '<br onload=x>', '<br/onclick=x>', '<br style=x>'],
  ...[
    '&lt;img src=x onerror=y&gt;',
    '&#60;script&#62;',
    '`<img src=x>`',
    '```html\n<img src=x>\n```',
  ],
  ...[
    '    <img src=x>',
    '# <img src=x>',
    '- <img src=x>',
    '> <img src=x>',
    '| <img src=x> |\n|---|',
  ],
  ...['```"><img src=x>\nx\n```', '```js onload=x\ny\n```', '[a](https://e.org "><img src=x>")'],
  ...[
    '[<img src=x>](https://e.org)',
    '![<img src=x>](https://e.org/x)',
    '[a](https://e.org" onclick=x)',
  ],
  ...[
    "[a](https://e.org' onclick=x)",
    '[a]: https://e.org "t\n[a]',
    '[__proto__]\n\n[__proto__]: x:y',
  ],
  ...['[constructor]', '[a][toString]', '[__proto__][hasOwnProperty]', '3. <li>\n99999999999. x'],
];

function check(text: string): HTMLElement {
  const root = rendered(text);
  for (const node of root.querySelectorAll('*')) {
    expect(TAGS).toContain(node.localName);
    for (const name of node.getAttributeNames()) expect(ATTRIBUTES).toContain(name);
  }
  return root;
}

test.each(SCHEMES)('nothing can be followed to %j', (address) => {
  for (const form of FORMS) {
    for (const link of check(form(address)).querySelectorAll('a')) {
      expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/e\.org\/|mailto:)/);
    }
  }
});

test.each(SNIPPETS)('%j makes only elements of ours', (snippet) => {
  for (const link of check(snippet).querySelectorAll('a')) {
    expect(link.getAttribute('href')).toMatch(/^https:\/\/e\.org/);
  }
});
