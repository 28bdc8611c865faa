import { mendHeads } from '../store/fill-heads';
import { done, type Orders } from './staff';

/** What views ask of the runs of before. */
export const historyCommands: Orders<
  'delete-run' | 'undo-delete' | 'delete-all-runs' | 'complete-history'
> = {
  'delete-run': ({ runId }, { runner }) => runner.bin.delete(runId),
  'undo-delete': ({ runId }, { runner }) => runner.bin.undo(runId),
  'delete-all-runs': (_, { runner }) => done(runner.bin.deleteAll()),
  'complete-history': () => done(mendHeads()),
};
