import type { ReactNode } from 'react';
import { Page } from '../../components/page/page.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './overlays.module.css';

/** Staff left the session alone: covered until badge and PIN are given again. */
export function StaffLocked(): ReactNode {
  const { text } = useTerminal();
  return (
    <Page
      middle
      before={
        <span className={classes.sign}>
          <Icon name="badge" size="big" />
        </span>
      }
      heading={text('staff-locked.heading')}
      ways="leave"
    >
      <p className={classes.statement}>{text('staff-locked.help')}</p>
      <p className={classes.badge}>
        <Icon name="badge" />
        {text('staff-locked.badge')}
      </p>
    </Page>
  );
}
