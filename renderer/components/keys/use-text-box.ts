import { useLayoutEffect, useRef, type RefObject } from 'react';
import { deleteAtCaret, insertAtCaret, type Edit } from './caret.ts';

export interface TextBoxKeys {
  readonly type: (text: string) => void;
  readonly backspace: () => void;
  readonly clear: () => void;
}

/** Joins keys on the page to a text box: what they type lands at its caret, and the caret moves on. */
export function useTextBox(
  input: RefObject<HTMLInputElement | null>,
  value: string,
  onChange: (value: string) => void,
): TextBoxKeys {
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.focus({ preventScroll: true });
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [input, value]);
  const take = (edit: Edit): void => {
    caret.current = edit.caret;
    onChange(edit.value);
  };
  return {
    type: (text) => take(insertAtCaret(input.current, value, text)),
    backspace: () => take(deleteAtCaret(input.current, value)),
    clear: () => take({ value: '', caret: 0 }),
  };
}
