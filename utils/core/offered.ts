import { type BuiltInId, builtInIds, builtIns } from './action';
import type { Source } from './source';

/** The built-in actions that make sense on a source: those on images for images, the others for all else. */
export function offeredFor({ media }: Source): readonly BuiltInId[] {
  const isImage = media?.kind === 'image';
  return builtInIds.filter((id) => (builtIns[id].input === 'image') === isImage);
}
