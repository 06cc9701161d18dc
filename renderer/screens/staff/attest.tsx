import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { HoldToShow } from '../../components/controls/hold-to-show.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { FaceCompare } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';
import { partialDate, readPartialDate } from '../../text/dates.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './attest.module.css';

type AttestScreen = ScreenOf<'attest'>;

/** The officer's pages, one look at a time: the number (if typed), the card, the face, the signature. */
export function Attest({ screen }: { screen: AttestScreen }): ReactNode {
  switch (screen.page) {
    case 'number':
      return <NumberPage number={screen.number ?? ''} />;
    case 'features':
      return <FeaturesPage screen={screen} />;
    case 'face':
      return <FacePage />;
    case 'sign':
      return <SignPage screen={screen} />;
  }
}

/** The typed number alone, shown only while held: nothing else personal stands on this page. */
function NumberPage({ number }: { number: string }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      heading={text('attest.number.heading')}
      help={text('attest.number.help')}
      actions={
        <>
          <Button
            kind="grave"
            action="number-differs"
            onPress={() => void send({ type: 'NUMBER_MATCHES', matches: false })}
          >
            {text('attest.number.no')}
          </Button>
          <Button
            kind="main"
            action="number-matches"
            onPress={() => void send({ type: 'NUMBER_MATCHES', matches: true })}
          >
            {text('attest.number.yes')}
          </Button>
        </>
      }
    >
      <HoldToShow number={number} />
    </Page>
  );
}

function FeaturesPage({ screen }: { screen: AttestScreen }): ReactNode {
  const { text, send } = useTerminal();
  const allSeen = screen.features.every(({ ticked }) => ticked);
  return (
    <Page
      heading={text('attest.features.heading')}
      help={text('attest.features.help', { maskedNumber: screen.maskedNumber })}
      actions={
        <Button
          kind="main"
          action="continue"
          quiet={!allSeen}
          onPress={() => void send({ type: 'CONTINUE' })}
        >
          {text('attest.features.continue')}
        </Button>
      }
    >
      <div className={classes.features}>
        {screen.features.map(({ feature, ticked }) => (
          <ChoiceCard
            key={feature}
            kind="checkbox"
            option={feature}
            label={text(`attest.feature.${feature}`)}
            chosen={ticked}
            onChoose={() => void send({ type: 'TICK_FEATURE', feature, ticked: !ticked })}
          />
        ))}
      </div>
    </Page>
  );
}

function FacePage(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      heading={text('attest.face.heading')}
      help={text('attest.face.help')}
      actions={
        <>
          <Button
            kind="grave"
            action="face-differs"
            onPress={() => void send({ type: 'FACE_COMPARED', same: false })}
          >
            {text('attest.face.no')}
          </Button>
          <Button
            kind="main"
            action="face-same"
            onPress={() => void send({ type: 'FACE_COMPARED', same: true })}
          >
            {text('attest.face.yes')}
          </Button>
        </>
      }
    >
      <FaceCompare title={text('attest.face.picture')} />
    </Page>
  );
}

function SignPage({ screen }: { screen: AttestScreen }): ReactNode {
  const { view, text, send } = useTerminal();
  const { typed = null } = screen;
  const born = readPartialDate(typed?.dateOfBirth ?? '');
  const who = [typed?.name, born === null ? undefined : partialDate(view.locale, text, born)];
  return (
    <Page
      heading={text('attest.sign.heading')}
      help={text('attest.sign.help')}
      actions={
        <Button kind="main" action="attest-sign" onPress={() => void send({ type: 'ATTEST' })}>
          {text('attest.sign.sign')}
        </Button>
      }
    >
      <ul className={classes.statements}>
        <li>{text('attest.sign.statement.card', { maskedNumber: screen.maskedNumber })}</li>
        {typed !== null && (
          <li data-typed="">
            {text('attest.sign.statement.typed', {
              who: who.filter((part) => part !== undefined).join(text('review.mismatch.joint')),
            })}
          </li>
        )}
        <li>{text('attest.sign.statement.face')}</li>
      </ul>
      <Note tone="teal">{text('attest.sign.then')}</Note>
    </Page>
  );
}
