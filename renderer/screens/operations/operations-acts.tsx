import type { ReactNode } from 'react';
import { TAKEN_OUT_REASONS, type TakenOutReason } from '../../../domain/operations/taken-out.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Disc, type IconName } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { dayAndTime } from '../../text/dates.ts';
import type { OverlayOf } from '../screen-of.ts';
import classes from './operations.module.css';

/** Back to the overview. */
function Back({ kind = 'main' }: { kind?: 'main' | 'outline' }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Button
      kind={kind}
      narrow={kind === 'outline'}
      action="staff-cancel"
      onPress={() => void send({ type: 'STAFF_CANCEL' })}
    >
      {text('operations.close')}
    </Button>
  );
}

/** The last lines of the log, the newest first. */
export function OperationsLog({ overlay }: { overlay: OverlayOf<'operations-log'> }): ReactNode {
  const { view, text } = useTerminal();
  const lines = overlay.lines.toReversed();
  return (
    <Page
      dense
      ways="none"
      heading={text('operations-log.heading')}
      help={text('operations-log.help')}
      actions={<Back />}
    >
      {lines.length === 0 && <Note tone="teal">{text('operations-log.none')}</Note>}
      <div>
        {lines.map(({ at, event, detail }, index) => (
          // Two lines may be of one instant; the list only grows with another page.
          <div className={classes.line} key={`${at} ${String(index)}`} data-log={event}>
            <time dateTime={at}>{dayAndTime(view.locale, at)}</time>
            <span>{text(`log.${event}`)}</span>
            {detail === '' ? null : <code>{detail}</code>}
          </div>
        ))}
      </div>
    </Page>
  );
}

const CHECK_ICONS = {
  waiting: ['clock', 'teal'],
  running: ['clock', 'amber'],
  passed: ['check', 'green'],
  failed: ['warning', 'red'],
  'not-fitted': ['info', 'teal'],
} as const satisfies Record<string, readonly [IconName, Parameters<typeof Disc>[0]['tone']]>;

/** One thing after the other, what came of it, and what to do where it failed. */
export function OperationsTest({ overlay }: { overlay: OverlayOf<'operations-test'> }): ReactNode {
  const { text, send } = useTerminal();
  const { checks, ended } = overlay;
  const failed = checks.filter(({ state }) => state === 'failed').length;
  return (
    <Page
      dense
      ways="none"
      heading={text('operations-test.heading')}
      actions={
        <>
          {ended && (
            <Button action="operate-test" onPress={() => void send({ type: 'OPERATE', page: 'test' })}>
              {text('operations-test.again')}
            </Button>
          )}
          <Back />
        </>
      }
    >
      <div role="status" data-test={ended ? 'ended' : 'running'}>
        {ended ? (
          <Note tone={failed === 0 ? 'green' : 'red'}>
            {failed === 0
              ? text('operations-test.passed')
              : text('operations-test.failed', { count: failed })}
          </Note>
        ) : (
          <Note tone="teal" icon="clock">
            {text('operations-test.running')}
          </Note>
        )}
      </div>
      <ul className={classes.checks}>
        {checks.map(({ name, state }) => {
          const [icon, tone] = CHECK_ICONS[state];
          return (
            <li className={classes.check} key={name} data-check={name} data-state={state}>
              <Disc name={icon} tone={tone} />
              <span>{text(`check.${name}`)}</span>
              <strong>{text(`check-state.${state}`)}</strong>
              {state === 'failed' && <p>{text(`check.${name}.help`)}</p>}
            </li>
          );
        })}
      </ul>
    </Page>
  );
}

const REASON_ICONS = {
  maintenance: 'pencil',
  repair: 'warning',
  closed: 'close',
  'staff-away': 'person',
} as const satisfies Record<TakenOutReason, IconName>;

/** What members read from now on; choosing it does it. */
export function OperationsTakeOut({ overlay }: { overlay: OverlayOf<'operations-take-out'> }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page
      dense
      ways="none"
      heading={text('operations-take-out.heading')}
      help={text('operations-take-out.help')}
      actions={overlay.saving ? undefined : <Back kind="outline" />}
    >
      {overlay.saving ? (
        <Note tone="amber" icon="clock">
          {text('operations-take-out.saving')}
        </Note>
      ) : (
        <div className={classes.group}>
          {TAKEN_OUT_REASONS.map((reason) => (
            <ChoiceCard
              key={reason}
              kind="button"
              action="take-out"
              option={reason}
              icon={REASON_ICONS[reason]}
              label={text(`operations-take-out.${reason}`)}
              help={text(`taken-out.${reason}`)}
              chosen={false}
              onChoose={() => void send({ type: 'TAKE_OUT', reason })}
            />
          ))}
        </div>
      )}
    </Page>
  );
}

/** Asks before it ends the program. */
export function OperationsRestart({ overlay }: { overlay: OverlayOf<'operations-restart'> }): ReactNode {
  const { text, send } = useTerminal();
  const { restarting } = overlay;
  return (
    <Page
      ways="none"
      heading={text(restarting ? 'operations-restart.restarting' : 'operations-restart.heading')}
      actions={
        <>
          <Back kind="outline" />
          {!restarting && (
            <Button
              kind="grave"
              action="restart-confirm"
              onPress={() => void send({ type: 'RESTART_TERMINAL' })}
            >
              {text('operations-restart.confirm')}
            </Button>
          )}
        </>
      }
    >
      <Note tone="amber">{text('operations-restart.means')}</Note>
      {!restarting && overlay.canPractise && (
        <>
          <Note tone="teal">{text('operations-restart.practise-help')}</Note>
          <Button kind="staff" action="start-practice" onPress={() => void send({ type: 'START_PRACTICE' })}>
            {text('operations-restart.practise')}
          </Button>
        </>
      )}
    </Page>
  );
}
