/** Writing into a text box from keys on the page, at the caret, as a real keyboard would. */
export interface Edit {
  readonly value: string;
  /** Where the caret stands afterwards. */
  readonly caret: number;
}

function selection(input: HTMLInputElement | null, value: string): readonly [number, number] {
  // A box that never had the caret reports 0; people expect to go on at the end.
  if (input === null || document.activeElement !== input) return [value.length, value.length];
  return [input.selectionStart ?? value.length, input.selectionEnd ?? value.length];
}

/** The text with `typed` in place of the selection. */
export function insertAtCaret(input: HTMLInputElement | null, value: string, typed: string): Edit {
  const [start, end] = selection(input, value);
  return { value: value.slice(0, start) + typed + value.slice(end), caret: start + typed.length };
}

/** The text without the selection, or without the character before the caret. */
export function deleteAtCaret(input: HTMLInputElement | null, value: string): Edit {
  const [start, end] = selection(input, value);
  const from = start === end ? Math.max(0, start - 1) : start;
  return { value: value.slice(0, from) + value.slice(end), caret: from };
}
