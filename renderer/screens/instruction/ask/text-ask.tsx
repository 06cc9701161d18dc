import { useRef, type ReactNode } from 'react';
import { Button } from '../../../components/controls/button.tsx';
import { Caret, DrawnField } from '../../../components/keys/drawn-field.tsx';
import { ANY_DIGIT } from '../../../components/keys/entry/next-keys.ts';
import { LatinKeyboard } from '../../../components/keys/latin-keyboard.tsx';
import { NumberPad } from '../../../components/keys/number-pad.tsx';
import { TextField } from '../../../components/keys/text-field.tsx';
import { useTextBox } from '../../../components/keys/use-text-box.ts';
import { useTextLines, withoutEmptyLines } from '../../../components/keys/use-text-lines.tsx';
import { type Field, useField } from '../../../input/use-field.ts';
import { usePhysicalKeys } from '../../../input/use-physical-keys.ts';
import { useTerminal } from '../../../terminal.ts';
import { AskPage, type AskScreen } from './ask-page.tsx';

type TextScreen = AskScreen<'text'>;

/** Numbers longer than any account has are slips of the keys. */
const MOST_FIGURES = 24;

function Without({ field }: { field: Field }): ReactNode {
  const { text } = useTerminal();
  return (
    <Button
      action="without"
      onPress={() => {
        field.change('');
        field.answer('');
      }}
    >
      {text('ask.without')}
    </Button>
  );
}

function TextPage(props: {
  screen: TextScreen;
  field: Field;
  value: string;
  keys: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { screen, field, value, keys, children } = props;
  return (
    <AskPage
      screen={screen}
      answers={field.answers}
      incomplete={value === '' && !screen.ask.optional}
      onContinue={() => field.answer(value)}
      keys={keys}
      otherWay={screen.ask.optional ? <Without field={field} /> : undefined}
    >
      {children}
    </AskPage>
  );
}

/** Figures in fours, as they are compared and read out. */
function FiguresAsk({ screen }: { screen: TextScreen }): ReactNode {
  const { view, text } = useTerminal();
  const field = useField(screen.value);
  const { value } = field;
  const point = screen.ask.keyboard === 'money';
  const keys = {
    type: (key: string) => {
      const fits = point ? /^[0-9.]$/.test(key) : /^[0-9]$/.test(key);
      if (fits && value.length < MOST_FIGURES) field.change(value + key);
    },
    backspace: () => field.change(value.slice(0, -1)),
    enter: () => field.answer(),
  };
  usePhysicalKeys(keys, view.overlay === null);
  const grouped = point ? value : value.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <TextPage
      screen={screen}
      field={field}
      value={value}
      keys={
        <NumberPad
          low
          onType={keys.type}
          onBackspace={keys.backspace}
          onClear={() => field.change('')}
          {...(point ? { point: text('ask.money.point'), enabled: `${ANY_DIGIT}.` } : {})}
        />
      }
    >
      <DrawnField
        label={text('ask.field')}
        spoken={Array.from(value).join(' ')}
        count={value.length}
        wrong={screen.error !== null}
      >
        {grouped}
        <Caret />
      </DrawnField>
    </TextPage>
  );
}

function LineAsk({ screen }: { screen: TextScreen }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const input = useRef<HTMLInputElement>(null);
  const keys = useTextBox(input, field.value, field.change);
  return (
    <TextPage
      screen={screen}
      field={field}
      value={field.value.trim()}
      keys={
        <LatinKeyboard
          layout={screen.ask.keyboard === 'email' ? 'email' : 'address'}
          onType={keys.type}
          onBackspace={keys.backspace}
          onClear={keys.clear}
        />
      }
    >
      <TextField
        label={text('ask.field')}
        ref={input}
        value={field.value}
        wrong={screen.error !== null}
        onChange={field.change}
        onComposing={field.composing}
        onEnter={() => field.answer(field.value.trim())}
      />
    </TextPage>
  );
}

function LinesAsk({ screen, count }: { screen: TextScreen; count: 2 | 3 }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const whole = withoutEmptyLines(field.value);
  const lines = useTextLines({
    count,
    initial: screen.value,
    label: (line) => text('ask.line', { line }),
    wrong: screen.error !== null,
    onChange: field.change,
    onComposing: field.composing,
    onEnter: () => field.answer(whole),
  });
  return (
    <TextPage screen={screen} field={field} value={whole} keys={lines.keys}>
      {lines.field}
    </TextPage>
  );
}

/** A text, with the keys that it takes and as many lines as it may have. */
export function TextAsk({ screen }: { screen: TextScreen }): ReactNode {
  const { keyboard, lines } = screen.ask;
  if (keyboard === 'digits' || keyboard === 'money') return <FiguresAsk screen={screen} />;
  return lines === 1 ? <LineAsk screen={screen} /> : <LinesAsk screen={screen} count={lines} />;
}
