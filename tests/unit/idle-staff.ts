import type { Staff } from '../../utils/commands/staff';
import { createWishes } from '../../utils/commands/wishes';
import type { Runner } from '../../utils/runs/runner';
import { noFiles, noHosts } from './support';

/** What commands are carried out with, where nothing is captured, kept or shown. */
export function idleStaff(runner: Runner, means: Staff['means']): Staff {
  return {
    runner,
    means,
    ledgerBin: { delete: async () => ({ deletion: 1, lines: [] }), undo: async () => false },
    files: noFiles,
    capture: () => unexpected('capture'),
    captureAim: () => unexpected('capture'),
    pictures: { capture: () => unexpected('picture'), isInView: async () => false },
    hosts: noHosts,
    wishes: createWishes(),
    parsers: { join() {}, leave() {}, tell() {}, parse: () => unexpected('page') },
    showTab: async () => {},
    putText: async () => 'gone',
    showPassage: async () => 'gone',
    isPrivate: async () => false,
    detectLanguage: async () => null,
    release: async () => undefined,
    tidy() {},
  };
}

function unexpected(what: string): never {
  throw new Error(`No ${what} is expected`);
}
