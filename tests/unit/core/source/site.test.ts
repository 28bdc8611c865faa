import { describe, expect, test } from 'vitest';
import { siteOf } from '../../../../utils/core/source/site';

describe('the site of a source', () => {
  test.each([
    ['https://en.example.org:8443/winter?x=1', 'en.example.org'],
    ['http://127.0.0.1/', '127.0.0.1'],
    ['', ''],
    ['file:///home/eva/winter.html', ''],
    // Nobody knows a page of ours, or of another extension, by the letters that are its host.
    ['chrome-extension://banldgnafflidofbolcpabecnkekcplg/welcome.html', ''],
    ['moz-extension://6ab3a1f0-9e5c-4c8e-8c5b-2a4f0e7e2d11/welcome.html', ''],
  ])('of %j is %j', (address, site) => {
    expect(siteOf({ address })).toBe(site);
  });
});
