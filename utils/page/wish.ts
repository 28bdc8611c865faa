declare global {
  /** Of the world that Gloss's scripts have for themselves in a page: the page cannot see it. */
  var glossWish: 'everything' | undefined;
}

/** Leaves word for the script that is injected with this one: a file takes no arguments. */
export function wishForEverything(): void {
  globalThis.glossWish = 'everything';
}

/** Whether everything is wished for; a wish is for one capture. */
export function takeWish(): boolean {
  const wish = globalThis.glossWish;
  globalThis.glossWish = undefined;
  return wish === 'everything';
}
