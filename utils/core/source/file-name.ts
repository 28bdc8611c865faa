/** The last part of an address's path, decoded; its host where there is none, empty where it is no address. */
export function fileName(address: string): string {
  if (!URL.canParse(address)) return '';
  const { pathname, host } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? host;
  return decoded(last);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What a document is called, where browsers put its address in the place of a title: its file's name. */
export function titleOrFileName(title: string, address: string): string {
  const bare = address.replace(/^[a-z]+:\/\//i, '');
  const isAddress =
    title.includes('/') && [address, bare, decoded(bare)].some((each) => each.startsWith(title));
  return isAddress || title === '' ? fileName(address) : title;
}
