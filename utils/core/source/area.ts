/** A rectangle: CSS pixels, pixels of a picture, or shares of what is visible. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What two areas share; null when that is nothing. */
export function overlap(a: Area, b: Area): Area | null {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const width = Math.min(a.left + a.width, b.left + b.width) - left;
  const height = Math.min(a.top + a.height, b.top + b.height) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

/** An area that is told in shares of `whole`, in whole pixels of it; at least one each way. */
export function pixelsOf(
  share: Area,
  whole: { readonly width: number; readonly height: number },
): Area {
  const left = Math.min(whole.width - 1, Math.round(share.left * whole.width));
  const top = Math.min(whole.height - 1, Math.round(share.top * whole.height));
  const width = Math.round((share.left + share.width) * whole.width) - left;
  const height = Math.round((share.top + share.height) * whole.height) - top;
  return {
    left,
    top,
    width: Math.max(1, Math.min(width, whole.width - left)),
    height: Math.max(1, Math.min(height, whole.height - top)),
  };
}
