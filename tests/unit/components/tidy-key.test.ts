import { expect, test } from 'vitest';
import { tidyKey } from '../../../components/options/tidy-key';

const key = 'sk-ant-api03-Ab_9-xyz';

test.each([
  key,
  ` ${key}\n`,
  `"${key}"`,
  `\u201c${key}\u201d`,
  `\u00ab${key}\u00bb`,
  `\`${key}\``,
  'sk-ant-api03-\r\nAb_9-xyz',
  '"sk-ant-api03-\n  Ab_9-xyz"',
  `\u200B${key}\uFEFF`,
  `Bearer ${key}`,
  `bearer  ${key}`,
  `x-api-key: ${key}`,
  `X-Api-Key:${key}`,
  `Authorization: Bearer ${key}`,
  `"x-api-key": "${key}",`,
  `'Authorization': 'Bearer ${key}'`,
  `export ANTHROPIC_API_KEY="${key}"`,
  `export ANTHROPIC_API_KEY=${key}\n`,
  'export ANTHROPIC_API_KEY="sk-ant-api03-\nAb_9-xyz"',
  `ANTHROPIC_API_KEY=${key} node x.js`,
  `ANTHROPIC_AUTH_TOKEN='${key}' claude`,
  `set ANTHROPIC_API_KEY=${key}`,
  `$env:ANTHROPIC_API_KEY = "${key}"`,
  `{"ANTHROPIC_API_KEY": "${key}"}`,
  `curl https://api.anthropic.com/v1/models -H 'x-api-key: ${key}' -H 'anthropic-version: 2023-06-01'`,
  `curl -H "Authorization: Bearer ${key}" https://openrouter.ai/api/v1/messages`,
  `curl https://api.anthropic.com/v1/messages \\\n  --header "x-api-key: ${key}" \\\n  --data '{}'`,
  `My key: ${key}`,
])('a key pasted as %j is found', (pasted) => expect(tidyKey(pasted)).toBe(key));

test.each(['gsk_0a1B2c', '0a1b2c3d.EfGh', 'eyJhbGciOi.J9-_w==', 'proj-sk-1'])(
  'a key of another service, %s, stays as it is',
  (other) => expect(tidyKey(other)).toBe(other),
);

test.each(['', '  ', '""', 'Bearer '])('%j is no key', (pasted) => {
  expect(tidyKey(pasted)).toBe('');
});
