import type { ReactNode } from 'react';
import { CONTACT_CHANNELS, type ContactChannel } from '../../../domain/registration/answers.ts';
import { LANGUAGE_TAGS } from '../../../domain/messages/index.ts';
import { LOCALES } from '../../../domain/locale.ts';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import type { IconName } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { textIn } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import { OneChoice } from './one-choice.tsx';
import classes from './questions.module.css';

const CHANNEL_ICONS: Readonly<Record<ContactChannel, IconName>> = {
  mobile: 'message',
  email: 'at',
  post: 'letter',
};

/** One of three ways to be told; none is chosen in advance. */
export function ContactChannelQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  return (
    <OneChoice screen={screen} className={classes.cards} label={text('question.contact-channel.heading')}>
      {(field) =>
        CONTACT_CHANNELS.map((channel) => (
          <ChoiceCard
            key={channel}
            option={channel}
            icon={CHANNEL_ICONS[channel]}
            label={text(`channel.${channel}`)}
            help={text(`channel.${channel}.help`)}
            chosen={field.value === channel}
            onChoose={() => field.change(channel)}
          />
        ))
      }
    </OneChoice>
  );
}

/** The language of notices; each named in its own script. */
export function LanguageQuestion({ screen }: { screen: ScreenOf<'question'> }): ReactNode {
  const { text } = useTerminal();
  return (
    <OneChoice
      screen={screen}
      className={classes.cards}
      label={text('question.communication-language.heading')}
    >
      {(field) =>
        LOCALES.map((locale) => (
          <ChoiceCard
            key={locale}
            option={locale}
            lang={LANGUAGE_TAGS[locale]}
            label={textIn(locale)(`communication-language.${locale}`)}
            chosen={field.value === locale}
            onChoose={() => field.change(locale)}
          />
        ))
      }
    </OneChoice>
  );
}
