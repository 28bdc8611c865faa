import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { type Calibration, calibrationKey, learnt } from '../core/estimate/calibration';
import type { Rough } from '../core/estimate/tokens';
import { inTurn } from './in-turn';
import { entriesOf, readableEntries } from './readable';

const item = storage.defineItem<unknown>('local:calibration', {
  version: 2,
  migrations: { 2: withoutChanged },
});

const deviation = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  mean: v.pipe(v.number(), v.finite()),
  squares: v.pipe(v.number(), v.finite(), v.minValue(0)),
});

/** What bills taught of scripts whose weights are others since version 2 would be learnt against the old ones. */
function withoutChanged(stored: unknown): unknown {
  const kept = Object.entries(entriesOf(stored)).filter(([key]) =>
    / (latin|ideographs)$/.test(key),
  );
  return Object.fromEntries(kept);
}

/** Models and scripts of which bills are remembered; the one that was billed longest ago is forgotten first. */
const most = 60;

export async function readCalibration(): Promise<Calibration> {
  return readableEntries(await item.getValue(), deviation);
}

const inOrder = inTurn();

/** A bill for a prompt; turns are its one writer, by `send-turn.ts`. */
export interface Bill {
  readonly endpointId: string;
  readonly model: string;
  readonly rough: Rough;
  /** Tokens of the prompt. */
  readonly billed: number;
}

/** Learns from a bill. */
export function learnFrom({ endpointId, model, rough, billed }: Bill): Promise<void> {
  return inOrder(async () => {
    const key = calibrationKey(endpointId, model, rough);
    const { [key]: told, ...others } = await readCalibration();
    const now = learnt(told, rough, billed);
    if (!now) return;
    const kept = Object.entries(others).slice(1 - most);
    await item.setValue(Object.fromEntries([...kept, [key, now]]));
  });
}
