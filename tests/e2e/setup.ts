import { afterEach } from 'vitest';
import { forget, seen } from './seen';

/** A test that failed on another machine is understood by what its user would have seen. */
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await seen()).join('\n'));
  forget();
});
