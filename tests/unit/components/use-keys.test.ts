// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useKeys } from '../../../components/options/use-keys';
import { anthropicEndpoint, type EndpointConfig } from '../../../utils/core/endpoint';
import type { Command } from '../../../utils/messages/messages';

const added: EndpointConfig = { ...anthropicEndpoint, id: 'added', name: 'The same elsewhere' };
const saved = { kind: 'saved', keep: 'session', lastFour: '1234' };

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(async (message: unknown) =>
    (message as Command).kind === 'key-status' ? saved : { kind: 'none' },
  );
});
afterEach(cleanup);

describe('the keys of endpoints', () => {
  test('are told of one that was added while a refresh of before was under way', async () => {
    const first = { endpoints: [anthropicEndpoint] };
    const { result, rerender } = renderHook(({ endpoints }) => useKeys(endpoints), {
      initialProps: first,
    });
    await vi.waitFor(() => expect(result.current.statuses).toEqual({ anthropic: saved }));
    const { refresh } = result.current;
    rerender({ endpoints: [anthropicEndpoint, added] });
    await vi.waitFor(() => expect(result.current.statuses).toHaveProperty('added'));
    // What stored the new one is answered after it is known here.
    await act(refresh);
    expect(result.current.statuses).toEqual({ anthropic: saved, added: saved });
  });
});
