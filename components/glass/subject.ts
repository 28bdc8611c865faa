import type { Run } from '../../utils/core/runs/run';
import type { Turn } from '../../utils/core/runs/turn';
import type { Found } from '../../utils/core/shield/shield';
import type { Source } from '../../utils/core/source/source';
import type { GlassCommand } from '../../utils/messages/glass-messages';
import type { Preview } from '../../utils/messages/preview-messages';
import type { NameModel } from '../use-stored';

/** Whose request is shown. */
export interface GlassSubject {
  readonly command: GlassCommand;
  /** What it is about. */
  readonly source: Source;
  readonly found: readonly Found[] | null;
  /** The turn that sent it; null: none has. */
  readonly turn: Turn | null;
  /** The endpoint as the user calls it. */
  readonly service: string;
  readonly nameModel: NameModel;
  readonly seePage: SeePage;
}

/** All that can be seen now of the page that the tab shows. */
export type SeePage = () => Promise<Preview>;

/** A turn of a run, or with null what waits for consent; null where there is nothing to show. */
export function subjectOf(
  { id: runId, source, found, state }: Run,
  turn: Turn | null,
  { nameModel, seePage }: Pick<GlassSubject, 'nameModel' | 'seePage'>,
): GlassSubject | null {
  const service = state.kind === 'confirming' ? state.estimate.service : turn?.service;
  if (!source || service === undefined) return null;
  const command = { kind: 'turn-request', runId, turnId: turn?.id ?? null } as const;
  return { command, source, found, turn, service: turn?.service ?? service, nameModel, seePage };
}
