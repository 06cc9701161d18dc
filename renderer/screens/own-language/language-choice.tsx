import type { ReactNode } from 'react';
import type { InterpretedLanguage } from '../../../domain/identity/interpretation.ts';
import { OWN_NAMES } from '../../../domain/notices/languages.ts';
import type { LanguageOffers } from '../../../domain/terminal/view/own-language-view.ts';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './own-language.module.css';

/** The languages with signed-off words, each in its own script, and why another one is not among them. */
export function LanguageChoice({
  offers,
  onChoose,
}: {
  readonly offers: LanguageOffers;
  readonly onChoose: (language: InterpretedLanguage) => void;
}): ReactNode {
  const { text } = useTerminal();
  const offered = offers.filter(({ state }) => state === 'offered');
  const names = (wanted: LanguageOffers[number]['state']): string =>
    offers
      .filter(({ state }) => state === wanted)
      .map(({ language }) => text(`van.interpreted.${language}`))
      .join(' · ');
  return (
    <>
      {offered.length > 0 && (
        <div className={classes.choice}>
          {offered.map(({ language, sounds }) => (
            <ChoiceCard
              key={language}
              kind="button"
              compact
              action={`own-${language}`}
              option={`own-${language}`}
              lang={language}
              label={OWN_NAMES[language].name}
              help={`${text(`van.interpreted.${language}`)} · ${text(`own-language.offer.${sounds}`)}`}
              chosen={false}
              onChoose={() => onChoose(language)}
            />
          ))}
        </div>
      )}
      {(['out-of-date', 'incomplete'] as const).map((state) =>
        names(state) === '' ? null : (
          <Note key={state} tone="amber" icon="warning">
            {text(`own-language.state.${state}`, { languages: names(state) })}
          </Note>
        ),
      )}
    </>
  );
}
