import { useState, type ReactNode } from 'react';
import { DateField } from '../../../components/keys/date-field.tsx';
import { Caret, DrawnField } from '../../../components/keys/drawn-field.tsx';
import { isWholeDate, readDate, typeDate, writeDate } from '../../../components/keys/entry/date-entry.ts';
import { groupedMoney, moneyAnswer, typeMoney } from '../../../components/keys/entry/money-entry.ts';
import { ANY_DIGIT } from '../../../components/keys/entry/next-keys.ts';
import { NumberPad } from '../../../components/keys/number-pad.tsx';
import { useField } from '../../../input/use-field.ts';
import { usePhysicalKeys } from '../../../input/use-physical-keys.ts';
import { useTerminal } from '../../../terminal.ts';
import { AskPage, type AskScreen } from './ask-page.tsx';

/** An amount in Hong Kong dollars, with its thousands as it grows. */
export function MoneyAsk({ screen }: { screen: AskScreen<'money'> }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const { value } = field;
  const type = (key: string): void => field.change(typeMoney(value, key));
  const backspace = (): void => field.change(value.slice(0, -1));
  const answer = (): void => field.answer(moneyAnswer(value));
  usePhysicalKeys({ type, backspace, enter: answer }, view.overlay === null);
  return (
    <AskPage
      screen={screen}
      answers={field.answers}
      incomplete={value === ''}
      onContinue={answer}
      keys={
        <NumberPad
          low
          point={text('ask.money.point')}
          enabled={value.includes('.') ? ANY_DIGIT : `${ANY_DIGIT}.`}
          onType={type}
          onBackspace={backspace}
          onClear={() => field.change('')}
        />
      }
    >
      <DrawnField
        label={text('ask.money.field')}
        spoken={`HK$${groupedMoney(value)}`}
        count={value.length}
        wrong={screen.error !== null}
        before="HK$"
      >
        {groupedMoney(value)}
        <Caret />
      </DrawnField>
    </AskPage>
  );
}

/** A day: day, month and year as papers show them; what is sent is `YYYY-MM-DD`. */
export function DateAsk({ screen }: { screen: AskScreen<'date'> }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const [entry, setEntry] = useState(() => ({ ...readDate(screen.value), precision: 'day' as const }));
  const change = (digits: string): void => {
    const next = { ...entry, digits };
    setEntry(next);
    field.change(writeDate(next));
  };
  const type = (digit: string): void => change(typeDate(entry, digit).digits);
  const backspace = (): void => change(entry.digits.slice(0, -1));
  const answer = (): void => field.answer(writeDate(entry));
  usePhysicalKeys({ type, backspace, enter: answer }, view.overlay === null);
  return (
    <AskPage
      screen={screen}
      answers={field.answers}
      incomplete={!isWholeDate(entry)}
      onContinue={answer}
      keys={<NumberPad low onType={type} onBackspace={backspace} onClear={() => change('')} />}
    >
      <DateField label={text('ask.date.field')} entry={entry} wrong={screen.error !== null} />
    </AskPage>
  );
}
