/** Tells whether the same is asked for within `ms` of the last time that it was: by a key that is held, or by a double click. */
export function again(ms: number, ticks: () => number): (what: number) => boolean {
  let last = { what: Number.NaN, at: 0 };
  return (what) => {
    const now = ticks();
    const isAgain = what === last.what && now - last.at < ms;
    last = { what, at: now };
    return isAgain;
  };
}
