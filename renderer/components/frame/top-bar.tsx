import type { ReactNode } from 'react';
import { CONTRASTS, LOCALES, TEXT_SIZES } from '../../../domain/locale.ts';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { usePress } from '../../input/press.ts';
import { useTerminal } from '../../terminal.ts';
import { Icon } from '../pictures/icons.tsx';
import { Mark } from '../pictures/mark.tsx';
import classes from './frame.module.css';
import { VanBarLine } from './van-bar.tsx';

/** Nobody is served, so there is nothing to set. */
const NOT_SERVING = new Set(['starting', 'self-test', 'out-of-service']);

/** Nobody's page: it says everything in both. */
const IN_BOTH_LANGUAGES = new Set(['attract', 'station-rest']);

/** The one after this one, round and round. */
function following<T>(list: readonly [T, ...T[]], now: T): T {
  return list[(list.indexOf(now) + 1) % list.length] ?? list[0];
}

function BarButton(props: {
  action: string;
  onPress: () => void;
  label?: string;
  amber?: boolean;
  lang?: string;
  children: ReactNode;
}): ReactNode {
  const press = usePress(props.onPress);
  return (
    <button
      type="button"
      className={classes.pill}
      data-action={props.action}
      data-amber={props.amber || undefined}
      aria-label={props.label}
      lang={props.lang}
      {...press}
    >
      {props.children}
    </button>
  );
}

/** Mark and name, in a van its bar; text size, contrast, language, aloud, ask staff: always in the same place. */
export function TopBar({ onStage }: { onStage: boolean }): ReactNode {
  const { view, text, send } = useTerminal();
  const { locale, textSize, contrast, chrome, screen } = view;
  const otherLocale = following(LOCALES, locale);
  const adjustable = !NOT_SERVING.has(screen.id);
  return (
    <header className={classes.top}>
      <Mark onStage={onStage} />
      {chrome.van === undefined ? (
        <span className={classes.product}>{text('frame.product')}</span>
      ) : (
        <VanBarLine bar={chrome.van} />
      )}
      <div className={classes.pills}>
        {adjustable && (
          <>
            <BarButton
              action="text-size"
              label={text(`frame.text-size.${textSize}`)}
              onPress={() => void send({ type: 'SET_TEXT_SIZE', textSize: following(TEXT_SIZES, textSize) })}
            >
              <span className={classes.letters} aria-hidden="true">
                <span data-now={textSize === 'normal' || undefined}>A</span>
                <span data-now={textSize === 'large' || undefined}>A</span>
                <span data-now={textSize === 'largest' || undefined}>A</span>
              </span>
            </BarButton>
            <BarButton
              action="contrast"
              label={text(`frame.contrast.${contrast}`)}
              onPress={() => void send({ type: 'SET_CONTRAST', contrast: following(CONTRASTS, contrast) })}
            >
              <Icon name="contrast" />
            </BarButton>
            {IN_BOTH_LANGUAGES.has(screen.id) ? null : (
              <BarButton
                action="locale"
                lang={LANGUAGE_TAGS[otherLocale]}
                onPress={() => void send({ type: 'SET_LOCALE', locale: otherLocale })}
              >
                {text('frame.language')}
              </BarButton>
            )}
          </>
        )}
        {chrome.reading !== undefined && (
          <BarButton
            action={chrome.reading.on ? 'stop-reading' : 'read-aloud'}
            label={text(chrome.reading.on ? 'frame.stop-reading' : 'frame.read-aloud')}
            onPress={() => void send({ type: chrome.reading?.on === true ? 'STOP_READING' : 'READ_ALOUD' })}
          >
            <Icon name={chrome.reading.on ? 'silent' : 'speaker'} />
          </BarButton>
        )}
        {chrome.canAskStaff && (
          <BarButton action="ask-staff" amber onPress={() => void send({ type: 'ASK_STAFF' })}>
            {text('frame.ask-staff')}
          </BarButton>
        )}
      </div>
    </header>
  );
}
