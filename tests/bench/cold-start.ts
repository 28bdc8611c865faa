import { wake } from './popup';
import type { Stage } from './stage';
import { median, type Row } from './table';

/** From a message of an extension page to the answer of a worker that had been stopped. */
export async function measureColdStarts(stage: Stage, rounds: number): Promise<readonly Row[]> {
  const contenders = await Promise.all(
    [stage.limits.empty, stage.ours].map(async (subject) => ({
      subject,
      control: await subject.openControl(),
      cold: [] as number[],
      warm: [] as number[],
    })),
  );
  for (let round = 0; round <= rounds; round += 1) {
    for (const { subject, control, cold, warm } of contenders) {
      await control.bringToFront();
      await subject.killBackground();
      const [first, second] = [
        await control.evaluate(timedWake),
        await control.evaluate(timedWake),
      ];
      if (round === 0) continue;
      cold.push(Number(first));
      warm.push(Number(second));
    }
  }
  for (const { control } of contenders) await control.close();
  const [limit, ours] = contenders;
  const of = (what: 'cold' | 'warm') => ({
    unit: 'ms',
    limit: median(limit?.[what] ?? []),
    ours: median(ours?.[what] ?? []),
  });
  return [
    { metric: 'Worker cold start: message to answer', ...of('cold'), goal: { times: 1.4 } },
    { metric: '— the same, worker warm', ...of('warm'), goal: null },
  ];
}

/** ms of a command that has nothing to do. */
export const timedWake = `const from = performance.now(); ${wake}; return performance.now() - from;`;
