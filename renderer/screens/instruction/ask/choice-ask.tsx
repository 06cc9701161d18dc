import type { ReactNode } from 'react';
import type { Option } from '../../../../domain/catalogue/ask.ts';
import { ChoiceCard } from '../../../components/controls/choice.tsx';
import { Aside } from '../../../components/page/problem.tsx';
import { useField } from '../../../input/use-field.ts';
import { useTerminal } from '../../../terminal.ts';
import { labelText } from '../../../text/labels.ts';
import { messageKey } from '../../../text/text.ts';
import { AskPage, type AskScreen } from './ask-page.tsx';
import classes from './ask.module.css';

/** So many large cards stand under each other without scrolling. */
const MOST_LARGE = 6;
/** So many lower ones; still more stand in two columns. */
const MOST_IN_ONE_COLUMN = 9;

function Cards(props: {
  options: readonly Option[];
  label: string;
  kind: 'radio' | 'checkbox';
  isChosen: (code: string) => boolean;
  onChoose: (code: string) => void;
}): ReactNode {
  const terminal = useTerminal();
  const { options, label, kind, isChosen, onChoose } = props;
  return (
    <div
      className={classes.cards}
      data-close={options.length > MOST_LARGE || undefined}
      data-columns={options.length > MOST_IN_ONE_COLUMN ? 2 : 1}
      role={kind === 'radio' ? 'radiogroup' : 'group'}
      aria-label={label}
    >
      {options.map(({ code, label: name, help }) => (
        <ChoiceCard
          key={code}
          kind={kind}
          compact={options.length > MOST_LARGE}
          option={code}
          label={labelText(terminal, name)}
          {...(help === undefined ? {} : { help: labelText(terminal, help) })}
          chosen={isChosen(code)}
          onChoose={() => onChoose(code)}
        />
      ))}
    </div>
  );
}

/** One of several; none is chosen in advance. */
export function ChoiceAsk({ screen }: { screen: AskScreen<'choice'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  return (
    <AskPage
      screen={screen}
      answers={field.answers}
      incomplete={field.value === ''}
      onContinue={() => field.answer()}
    >
      <Cards
        kind="radio"
        options={screen.ask.options}
        label={text(messageKey(`${screen.words}.heading`), { index: screen.index })}
        isChosen={(code) => field.value === code}
        onChoose={field.change}
      />
    </AskPage>
  );
}

/** Any number of them, none too. */
export function SeveralAsk({ screen }: { screen: AskScreen<'several'> }): ReactNode {
  const { text } = useTerminal();
  const field = useField(screen.value);
  const codes = screen.ask.options.map(({ code }) => code);
  const chosen = new Set(field.value === '' ? [] : field.value.split(','));
  const toggle = (code: string): void => {
    const next = codes.filter((known) => (known === code ? !chosen.has(known) : chosen.has(known)));
    field.change(next.join(','));
  };
  return (
    <AskPage screen={screen} answers={field.answers} incomplete={false} onContinue={() => field.answer()}>
      <div role="status">
        <Aside>
          {chosen.size === 0 ? text('ask.several') : text('ask.several.chosen', { count: chosen.size })}
        </Aside>
      </div>
      <Cards
        kind="checkbox"
        options={screen.ask.options}
        label={text(messageKey(`${screen.words}.heading`), { index: screen.index })}
        isChosen={(code) => chosen.has(code)}
        onChoose={toggle}
      />
    </AskPage>
  );
}
