import type { ReactNode } from 'react';
import { type CodeChoice, NOT_FOUND } from '../../../domain/registration/ccc/ccc.ts';
import { Chip } from '../../components/controls/choice.tsx';
import { useField } from '../../input/use-field.ts';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';
import { QuestionPage } from './question-page.tsx';
import classes from './chinese-characters.module.css';

/** Not picked yet. */
const OPEN = ' ';

/** A code with one character shows it picked: it is looked at with the whole name, and can be said not to be there. */
function pickedAtFirst(choices: readonly CodeChoice[], value: string): readonly string[] {
  const before = Array.from(value);
  return choices.map(({ characters }, place) => {
    const kept = before[place];
    if (kept !== undefined && kept !== OPEN) return kept;
    return characters.length === 0 ? NOT_FOUND : characters.length === 1 ? (characters[0] ?? OPEN) : OPEN;
  });
}

/** The characters that the keyed codes may stand for; each is picked, or said not to be there. */
export function ChineseCharactersQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  const { choices = [] } = screen;
  const field = useField(screen.value);
  const picked = pickedAtFirst(choices, field.value);
  const pick = (place: number, character: string): void =>
    field.change(picked.map((before, at) => (at === place ? character : before)).join(''));
  return (
    <QuestionPage
      screen={screen}
      field={field}
      incomplete={picked.includes(OPEN)}
      onContinue={() => field.answer(picked.join(''))}
    >
      <div className={classes.rows}>
        {choices.map(({ code, characters }, place) => (
          <div className={classes.row} key={place} role="radiogroup" aria-label={code} data-code={code}>
            <span className={classes.code}>{code}</span>
            <div className={classes.tiles} lang="zh-HK">
              {characters.map((character) => (
                <Chip
                  key={character}
                  option={character}
                  label={character}
                  chosen={picked[place] === character}
                  onChoose={() => pick(place, character)}
                />
              ))}
            </div>
            <div className={classes.none}>
              <Chip
                option="none"
                label={text('question.chinese-characters.none')}
                chosen={picked[place] === NOT_FOUND}
                onChoose={() => pick(place, NOT_FOUND)}
              />
            </div>
          </div>
        ))}
      </div>
    </QuestionPage>
  );
}
