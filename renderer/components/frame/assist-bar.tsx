import type { ReactNode } from 'react';
import type { Chrome } from '../../../domain/terminal/view/chrome.ts';
import { useTerminal } from '../../terminal.ts';
import { Button } from '../controls/button.tsx';
import { Disc } from '../pictures/icons.tsx';
import classes from './frame.module.css';

/** Shown while staff hold the session: who, and what only they do. */
export function AssistBar(props: { assist: NonNullable<Chrome['assist']>; covered: boolean }): ReactNode {
  const { view, text, send } = useTerminal();
  const { staffId, role, canAttest } = props.assist;
  const list = view.chrome.van?.prefill?.list ?? null;
  const attesting = view.screen.id === 'attest';
  return (
    <aside
      className={classes.assist}
      aria-label={text('assist.with', { staffId, role: text(`role.${role}`) })}
    >
      <Disc name="badge" tone="amber" />
      <div className={classes.who}>
        <p>{text('assist.who', { staffId })}</p>
        <p className={classes.caption}>{text('assist.helping', { role: text(`role.${role}`) })}</p>
      </div>
      {list !== null && (
        <p className={classes.list} data-list={list}>
          {text(`prefill.${list}`)}
        </p>
      )}
      {!props.covered && canAttest && !attesting && (
        <Button kind="small" action="attest" onPress={() => void send({ type: 'STAFF_ATTEST' })}>
          {text('assist.attest')}
        </Button>
      )}
      {!props.covered && !attesting && (
        <Button kind="small" action="staff-more" onPress={() => void send({ type: 'STAFF_MORE' })}>
          {text('assist.more')}
        </Button>
      )}
      {!props.covered && (
        <Button kind="small" action="hand-back" onPress={() => void send({ type: 'HAND_BACK' })}>
          {text('assist.hand-back')}
        </Button>
      )}
    </aside>
  );
}
