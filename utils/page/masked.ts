/** Whether a text is shown as dots, as a password is: nobody can read it there, and nobody else may. */
export function isMasked(style: CSSStyleDeclaration): boolean {
  const masking = style.getPropertyValue('-webkit-text-security');
  return masking !== '' && masking !== 'none';
}
