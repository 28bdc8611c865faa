/** Whether a tab probably shows a PDF, where nothing but its address and title is known. */
export function soundsLikePdf(address: string, title: string): boolean {
  if (/\.pdf$/i.test(title.trim())) return true;
  if (!URL.canParse(address)) return false;
  const { pathname, search } = new URL(address);
  return /\.pdf$|\/pdf(\/|$)/i.test(pathname) || /[=/.]pdf\b/i.test(search);
}
