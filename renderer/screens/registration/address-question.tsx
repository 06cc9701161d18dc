import { useRef, useState, type ReactNode } from 'react';
import { LatinKeyboard } from '../../components/keys/latin-keyboard.tsx';
import { TextField } from '../../components/keys/text-field.tsx';
import { useTextBox } from '../../components/keys/use-text-box.ts';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';
import classes from './questions.module.css';

const LINES = [0, 1, 2] as const;
type Line = (typeof LINES)[number];
type Lines = readonly [string, string, string];

function readLines(value: string): Lines {
  const [first = '', second = '', ...others] = value.split('\n');
  return [first, second, others.join(' ')];
}

/** Lines left empty do not go onto the letter. */
function writeAnswer(lines: Lines): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Postal address in three lines; keys write into the line touched last. */
export function AddressQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const [lines, setLines] = useState<Lines>(() => readLines(screen.value));
  const [current, setCurrent] = useState<Line>(0);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const third = useRef<HTMLInputElement>(null);
  const inputs = [first, second, third] as const;

  const changeLine = (line: Line, words: string): void => {
    const next: Lines = [
      line === 0 ? words : lines[0],
      line === 1 ? words : lines[1],
      line === 2 ? words : lines[2],
    ];
    setLines(next);
    field.change(next.join('\n'));
  };
  const keys = useTextBox(inputs[current], lines[current], (words) => changeLine(current, words));
  const goTo = (line: Line): void => {
    setCurrent(line);
    inputs[line].current?.focus({ preventScroll: true });
  };
  const following: Line = current === 0 ? 1 : current === 1 ? 2 : 0;
  const answer = (): void => field.answer(writeAnswer(lines));
  return (
    <QuestionPage
      keys={
        <LatinKeyboard
          layout="address"
          onType={keys.type}
          onBackspace={keys.backspace}
          onClear={keys.clear}
          onNextLine={() => goTo(following)}
        />
      }
      screen={screen}
      field={field}
      incomplete={writeAnswer(lines) === ''}
      onContinue={answer}
    >
      <div className={classes.lines}>
        {LINES.map((line) => (
          <TextField
            key={line}
            small
            current={line === current}
            visibleLabel
            name={`line-${line + 1}`}
            label={text(`question.address.line-${line === 0 ? 1 : line === 1 ? 2 : 3}`)}
            ref={inputs[line]}
            value={lines[line]}
            wrong={screen.error !== null}
            onFocus={() => setCurrent(line)}
            onChange={(words) => changeLine(line, words)}
            onComposing={field.composing}
            onEnter={() => (line === 2 ? answer() : goTo(line === 0 ? 1 : 2))}
          />
        ))}
      </div>
    </QuestionPage>
  );
}
