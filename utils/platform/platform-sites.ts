import { browser } from 'wxt/browser';
import { hostPattern } from '../core/host';
import { dropErrand, type Errand, leaveErrand } from '../store/errand';

/**
 * Asks the user to let us reach an origin; call it in a click. An errand from before is not what the user says yes to now:
 * it is dropped.
 */
export function requestOrigin(origin: string): Promise<boolean> {
  const asked = request(origin);
  void dropErrand().catch(() => undefined);
  return asked;
}

/** A port is no part of a permission: that is the host's. */
function request(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [hostPattern(origin)] });
}

/** Gives the user's leave to reach an origin back. */
export function releaseOrigin(origin: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [hostPattern(origin)] });
}

/** Whether the user lets us reach an origin. */
export function mayReach(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [hostPattern(origin)] });
}

/**
 * Asks for the site of an errand, and leaves that behind: the view may be closed under the question. Call it in a click.
 * Whether the user lets us reach it.
 */
export async function requestFor(errand: Omit<Errand, 'at'>): Promise<boolean> {
  const left = leaveErrand({ ...errand, at: Date.now() });
  const allowed = await request(errand.origin).catch(() => false);
  await left.catch(() => undefined);
  if (!allowed) await dropErrand();
  return allowed;
}
