/** Where to cut a text so that `limit` UTF-16 units are not passed and no character is split. */
export function endWithin(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  return /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
}
