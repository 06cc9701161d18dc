import { useRef, useState, type ReactNode } from 'react';
import { LatinKeyboard } from './latin-keyboard.tsx';
import { TextField } from './text-field.tsx';
import classes from './text-lines.module.css';
import { useTextBox } from './use-text-box.ts';

type Line = 0 | 1 | 2;
const LINES = [0, 1, 2] as const;

/** What stands in each line of a text of two or three; a longer text has its rest in the last one. */
function readLines(value: string, count: 2 | 3): readonly string[] {
  const lines = value.split('\n');
  return LINES.slice(0, count).map((line) =>
    line === count - 1 ? lines.slice(line).join(' ') : (lines[line] ?? ''),
  );
}

/** Lines left empty are left out. */
export function withoutEmptyLines(value: string): string {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

export interface TextLinesProps {
  readonly count: 2 | 3;
  /** What is in the field when the page begins. */
  readonly initial: string;
  readonly label: (line: 1 | 2 | 3) => string;
  readonly wrong: boolean;
  /** All lines, joined by a line feed; empty ones too. */
  readonly onChange: (value: string) => void;
  readonly onComposing: (now: boolean) => void;
  readonly onEnter: () => void;
}

/** Two or three lines of text and the keyboard for them; its keys write into the line touched last. */
export function useTextLines(props: TextLinesProps): { readonly field: ReactNode; readonly keys: ReactNode } {
  const { count, label, wrong, onChange, onComposing, onEnter } = props;
  const [lines, setLines] = useState(() => readLines(props.initial, count));
  const [current, setCurrent] = useState<Line>(0);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const third = useRef<HTMLInputElement>(null);
  const inputs = [first, second, third] as const;
  const shown = LINES.slice(0, count);

  const changeLine = (changed: Line, words: string): void => {
    const next = shown.map((line) => (line === changed ? words : (lines[line] ?? '')));
    setLines(next);
    onChange(next.join('\n'));
  };
  const box = useTextBox(inputs[current], lines[current] ?? '', (words) => changeLine(current, words));
  const goTo = (line: Line): void => {
    setCurrent(line);
    inputs[line].current?.focus({ preventScroll: true });
  };
  const following = shown[current + 1];
  return {
    keys: (
      <LatinKeyboard
        layout="address"
        onType={box.type}
        onBackspace={box.backspace}
        onClear={box.clear}
        onNextLine={() => goTo(following ?? 0)}
      />
    ),
    field: (
      <div className={classes.lines}>
        {shown.map((line) => (
          <TextField
            key={line}
            small
            current={line === current}
            visibleLabel
            name={`line-${line + 1}`}
            label={label(line === 0 ? 1 : line === 1 ? 2 : 3)}
            ref={inputs[line]}
            value={lines[line] ?? ''}
            wrong={wrong}
            onFocus={() => setCurrent(line)}
            onChange={(words) => changeLine(line, words)}
            onComposing={onComposing}
            onEnter={() => (following === undefined ? onEnter() : goTo(following))}
          />
        ))}
      </div>
    ),
  };
}
