import { browser } from 'wxt/browser';

/** Closes what is stored to strangers, and asks the browser to keep it. */
export async function guardStorage(): Promise<void> {
  await Promise.allSettled([closeSettings(), keepForGood()]);
}

/** To content scripts. Firefox has no such switch: https://bugzil.la/1724754; nothing secret is there. */
async function closeSettings(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/**
 * When room gets short Firefox deletes what was stored, least used first, and one extension may have a fifth of all room at
 * most; unless it has been asked to keep it, which it grants to `unlimitedStorage` without a question (measured in 153). In
 * Chromium the permission alone is enough, and a worker cannot ask.
 */
async function keepForGood(): Promise<void> {
  if (!('persist' in navigator.storage)) return;
  const { state } = await navigator.permissions.query({ name: 'persistent-storage' });
  if (state === 'granted') await navigator.storage.persist();
}
