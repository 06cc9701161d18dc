import type { ReactNode } from 'react';
import { LANGUAGE_TAGS, type MessageKey } from '../../../domain/messages/index.ts';
import { useTerminal } from '../../terminal.ts';
import { Icon, type IconName } from '../../components/pictures/icons.tsx';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import { Feedback } from './feedback.tsx';
import classes from './stage.module.css';

/** Nobody has chosen a language yet: both say it. */
function InBothLanguages({ heading, help }: { heading: MessageKey; help?: MessageKey }): ReactNode {
  const chinese = textIn('zh-Hant');
  const english = textIn('en');
  return (
    <main className={classes.said}>
      <h1 className={classes.statement} tabIndex={-1} data-heading="">
        <span lang={LANGUAGE_TAGS['zh-Hant']}>{chinese(heading)}</span>
        <span lang={LANGUAGE_TAGS.en}>{english(heading)}</span>
      </h1>
      {help === undefined ? null : (
        <p className={classes.soft}>
          <span lang={LANGUAGE_TAGS['zh-Hant']}>{chinese(help)}</span>
          <span lang={LANGUAGE_TAGS.en}>{english(help)}</span>
        </p>
      )}
    </main>
  );
}

/** The program is starting. */
export function Starting(): ReactNode {
  return <InBothLanguages heading="starting.heading" />;
}

/** The terminal checks itself before it serves anybody. */
export function SelfTest(): ReactNode {
  return <InBothLanguages heading="self-test.heading" help="self-test.help" />;
}

const ENDED_ICONS = {
  submitted: 'check',
  parked: 'box',
  left: 'close',
  idle: 'clock',
  prepared: 'letter',
  enquired: 'check',
  ticketed: 'ticket',
  checked: 'document',
} as const satisfies Record<ScreenOf<'ended'>['how'], IconName>;

/** The last word to a member: what became of what they left. */
export function Ended({ screen }: { screen: ScreenOf<'ended'> }): ReactNode {
  const { text } = useTerminal();
  return (
    <main className={classes.said}>
      <span className={classes.sign}>
        <Icon name={ENDED_ICONS[screen.how]} size="big" />
      </span>
      <h1 className={classes.statement} tabIndex={-1} data-heading="">
        {text(`ended.${screen.how}.heading`)}
      </h1>
      <p className={classes.soft}>{text(`ended.${screen.how}.help`)}</p>
      {screen.feedback !== null && <Feedback given={screen.feedback} />}
    </main>
  );
}
