import { describe, expect, test } from 'vitest';
import { isLoopback, parseBaseUrl } from '../../../utils/core/base-url';
import { presets } from '../../../utils/core/presets';

describe.each(presets)('the preset of $name', ({ id, baseUrl, auth }) => {
  test('has an address as it is stored', () => {
    expect(parseBaseUrl(baseUrl)).toEqual({ kind: 'ok', url: baseUrl });
  });

  test('sends a key only over an encrypted line or within this computer', () => {
    expect(new URL(baseUrl).protocol).toBe(isLoopback(baseUrl) ? 'http:' : 'https:');
    if (!isLoopback(baseUrl)) expect(auth).not.toBe('none');
  });

  test('has an id of its own', () => {
    expect(presets.filter((preset) => preset.id === id)).toHaveLength(1);
  });
});
