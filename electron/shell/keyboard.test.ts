import { describe, expect, it } from 'vitest';
import { isTextInput } from './keyboard.ts';

describe('a keyboard plugged into the kiosk', () => {
  it.each(['a', 'Z', '5', '@', '陳', ' ', 'Tab', 'Enter', 'Backspace', 'ArrowLeft'])(
    '%s may be typed',
    (key) => {
      expect(isTextInput({ key, control: false, alt: false, meta: false })).toBe(true);
    },
  );

  it.each(['F5', 'F11', 'F12', 'PrintScreen', 'BrowserBack', 'ContextMenu'])('%s does nothing', (key) => {
    expect(isTextInput({ key, control: false, alt: false, meta: false })).toBe(false);
  });

  it.each([
    { key: 'r', control: true, alt: false, meta: false },
    { key: 'w', control: true, alt: false, meta: false },
    { key: 'F4', control: false, alt: true, meta: false },
    { key: 'q', control: false, alt: false, meta: true },
  ])('a combination does nothing: $key', (input) => {
    expect(isTextInput(input)).toBe(false);
  });
});
