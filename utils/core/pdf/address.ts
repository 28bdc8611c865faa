import { fileName } from '../source/file-name';

/** Whether a tab probably shows a PDF, where nothing but its address and title is known. */
export function soundsLikePdf(address: string, title: string): boolean {
  if (/\.pdf$/i.test(title.trim())) return true;
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return /\.pdf$|\/pdf(\/|$)/i.test(pathname) || /[=/.]pdf\b/i.test(search);
}

/**
 * Whether a tab is called as Firefox's viewer calls what it shows: by its file's name, behind a title of its own if it has one.
 * Few pages are.
 */
export function namesItsFile(address: string, title: string): boolean {
  if (!URL.canParse(address) || new URL(address).pathname === '/') return false;
  return ` - ${title}`.endsWith(` - ${fileName(address)}`);
}
