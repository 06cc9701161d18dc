import { useState, type ReactNode } from 'react';
import { Chip } from '../../components/controls/choice.tsx';
import { DateField } from '../../components/keys/date-field.tsx';
import {
  isWholeDate,
  readDate,
  typeDate,
  withPrecision,
  writeDate,
  type DateEntry,
} from '../../components/keys/entry/date-entry.ts';
import { NumberPad } from '../../components/keys/number-pad.tsx';
import { useField } from '../../input/use-field.ts';
import { usePhysicalKeys } from '../../input/use-physical-keys.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';
import classes from './questions.module.css';

const PRECISIONS = ['day', 'month', 'year'] as const;

/** Date of birth as printed: day, month, year in the card's order, or what the card shows of it. */
export function DateOfBirthQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const [entry, setEntry] = useState<DateEntry>(() => readDate(screen.value));
  const change = (next: DateEntry): void => {
    setEntry(next);
    field.change(writeDate(next));
  };
  const answer = (): void => field.answer(writeDate(entry));
  const backspace = (): void => change({ ...entry, digits: entry.digits.slice(0, -1) });
  usePhysicalKeys(
    { type: (digit) => change(typeDate(entry, digit)), backspace, enter: answer },
    view.overlay === null,
  );

  return (
    <QuestionPage
      keys={
        <NumberPad
          low
          onType={(digit) => change(typeDate(entry, digit))}
          onBackspace={backspace}
          onClear={() => change({ ...entry, digits: '' })}
        />
      }
      screen={screen}
      field={field}
      incomplete={!isWholeDate(entry)}
      onContinue={answer}
    >
      <div className={classes.segments} role="radiogroup" aria-label={text('question.date-of-birth.shows')}>
        {PRECISIONS.map((precision) => (
          <Chip
            key={precision}
            option={precision}
            label={text(`question.date-of-birth.shows-${precision}`)}
            chosen={entry.precision === precision}
            onChoose={() => change(withPrecision(entry, precision))}
          />
        ))}
      </div>
      <DateField label={text('question.date-of-birth.field')} entry={entry} wrong={screen.error !== null} />
    </QuestionPage>
  );
}
