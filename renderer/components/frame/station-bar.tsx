import type { ReactNode } from 'react';
import type { StationBar } from '../../../domain/terminal/view/station-view.ts';
import type { Chrome } from '../../../domain/terminal/view/chrome.ts';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';
import { Disc } from '../pictures/icons.tsx';
import classes from './frame.module.css';

/** Whose hand the page is in, on both sides of a counter. Nothing between two visits. */
export function StationBarLine(props: {
  bar: StationBar;
  assist: Chrome['assist'];
  covered: boolean;
}): ReactNode {
  const { bar, assist, covered } = props;
  if (bar.hand === null) return null;
  if (bar.surface === 'staff') return <ForStaff bar={bar} assist={assist} covered={covered} />;
  return bar.hand === 'staff' ? <Watching covered={covered} /> : null;
}

/** The member's window while staff work the page. */
function Watching({ covered }: { covered: boolean }): ReactNode {
  const { view, text, send } = useTerminal();
  const { canLeave } = view.chrome;
  return (
    <aside className={classes.assist} data-hand="staff" aria-label={text('station.watch.heading')}>
      <Disc name="badge" tone="amber" />
      <div className={classes.who}>
        <p>{text('station.watch.heading')}</p>
        <p className={classes.caption}>{text('station.watch.help')}</p>
      </div>
      {!covered && canLeave && (
        <Button kind="small" action="watch-leave" onPress={() => void send({ type: 'LEAVE' })}>
          {text('station.watch.leave')}
        </Button>
      )}
    </aside>
  );
}

function stateOf({ hand, asked, confirming }: StationBar) {
  if (asked) return 'station.bar.asked';
  if (confirming) return 'station.bar.confirming';
  return hand === 'staff' ? 'station.bar.staff-hand' : 'station.bar.member-hand';
}

/** Staff's window during a visit: what only they do, and the hand over the counter. */
function ForStaff(props: { bar: StationBar; assist: Chrome['assist']; covered: boolean }): ReactNode {
  const { view, text, send } = useTerminal();
  const { bar, assist, covered } = props;
  const { screen, chrome } = view;
  const attesting = screen.id === 'attest';
  const holds = bar.hand === 'staff' && !covered;
  return (
    <aside
      className={classes.assist}
      data-hand={bar.hand}
      aria-label={text('station.bar.with', { staffId: assist?.staffId ?? '' })}
    >
      <Disc name="badge" tone="amber" />
      <div className={classes.who}>
        <p data-state="">{text(bar.memberScreen ? stateOf(bar) : 'station.bar.no-screen')}</p>
        <p className={classes.caption}>
          {[
            text('station.bar.with', { staffId: assist?.staffId ?? '' }),
            ...(bar.ticket === null ? [] : [text('station.bar.ticket', { number: bar.ticket })]),
          ].join(' · ')}
        </p>
      </div>
      {holds && assist?.canAttest === true && !attesting && (
        <Button kind="small" action="attest" onPress={() => void send({ type: 'STAFF_ATTEST' })}>
          {text('assist.attest')}
        </Button>
      )}
      {holds && !attesting && (
        <Button kind="small" action="staff-more" onPress={() => void send({ type: 'STAFF_MORE' })}>
          {text('assist.more')}
        </Button>
      )}
      {holds && (
        <Button kind="small" action="hand-back" onPress={() => void send({ type: 'HAND_BACK' })}>
          {text('station.bar.hand')}
        </Button>
      )}
      {bar.hand === 'member' && !covered && bar.canTakeBack && (
        <Button kind="small" action="take-back" onPress={() => void send({ type: 'TAKE_BACK' })}>
          {text('station.bar.take-back')}
        </Button>
      )}
      {bar.hand === 'member' && !covered && chrome.canLeave && (
        <Button kind="small" action="end-visit" onPress={() => void send({ type: 'LEAVE' })}>
          {text('station.bar.leave')}
        </Button>
      )}
    </aside>
  );
}
