import { useLayoutEffect, useRef } from 'preact/hooks';
import { onEscape } from './on-escape';

/** A dialog over all else for as long as it is there: what it is given, and how to close it. */
export function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return { modal: { ref: dialog, onKeyDown: onEscape(close) }, close };
}
