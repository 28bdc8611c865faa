/** Whether a text is shown as dots, as a password is: nobody can read it there, and nobody else may. */
export function isMasked(style: CSSStyleDeclaration): boolean {
  const masking = style.getPropertyValue('-webkit-text-security');
  return masking !== '' && masking !== 'none';
}

/** Whether what is in an element can be read there by itself, be what is around it as it may. */
export function isReadable(style: CSSStyleDeclaration): boolean {
  // One after the other: each that is asked for costs as much as to ask for the style.
  const { visibility } = style;
  if (visibility === 'hidden' || visibility === 'collapse') return false;
  return style.display !== 'none' && !isMasked(style);
}
