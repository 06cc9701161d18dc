import type { ReactNode } from 'react';
import { Clauses } from '../../components/page/clauses.tsx';
import { Page } from '../../components/page/page.tsx';
import { QrCode } from '../../components/pictures/qr-code.tsx';
import { useSecondsLeft } from '../../input/use-seconds-left.ts';
import { useTerminal } from '../../terminal.ts';
import finish from '../finish/finish.module.css';
import type { ScreenOf } from '../screen-of.ts';
import classes from './iam-smart.module.css';

const STEPS = ['open', 'scan', 'confirm'] as const;

/** The code, what to do in three steps, and how long it is good for; once scanned, only what to do on the phone. */
export function IamSmartCode({ screen }: { screen: ScreenOf<'iam-smart-code'> }): ReactNode {
  const { text } = useTerminal();
  const seconds = useSecondsLeft(screen.runsOut);
  const left = (
    <p className={classes.left} data-seconds-left="">
      {text('iam-smart-code.left', { seconds })}
    </p>
  );
  if (screen.scanned) {
    return (
      <Page
        middle
        before={<span className={finish.waiting} aria-hidden="true" />}
        heading={text('iam-smart-scanned.heading')}
        help={text('iam-smart-scanned.help')}
      >
        {left}
      </Page>
    );
  }
  return (
    <Page dense heading={text('iam-smart-code.heading')}>
      <ol className={classes.steps}>
        {STEPS.map((step, place) => (
          <li key={step}>
            <span className={classes.ordinal} aria-hidden="true">
              {place + 1}
            </span>
            <Clauses>{text(`iam-smart-code.step.${step}`)}</Clauses>
          </li>
        ))}
      </ol>
      <div className={classes.code}>
        <QrCode content={screen.code} title={text('iam-smart-code.qr')} />
        {left}
      </div>
      <p className={classes.what}>
        <Clauses>{text('iam-smart-code.what')}</Clauses>
      </p>
    </Page>
  );
}
