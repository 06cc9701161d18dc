import { useState, type ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import classes from './remittance-file.module.css';

export interface Pages<Item> {
  readonly items: readonly Item[];
  readonly pager: ReactNode;
}

/** A list in pages that fit without scrolling. A page that is no longer there becomes the last one. */
export function usePages<Item>(all: readonly Item[], onEach: number): Pages<Item> {
  const { text } = useTerminal();
  const [wanted, setWanted] = useState(0);
  const pages = Math.max(1, Math.ceil(all.length / onEach));
  const page = Math.min(wanted, pages - 1);
  const items = all.slice(page * onEach, (page + 1) * onEach);
  if (pages === 1) return { items, pager: null };
  return {
    items,
    pager: (
      <nav className={classes.pager}>
        <Button kind="small" action="previous-page" disabled={page === 0} onPress={() => setWanted(page - 1)}>
          <Icon name="up" />
          {text('file.pages.previous')}
        </Button>
        <span role="status">{text('file.pages', { page: page + 1, pages })}</span>
        <Button
          kind="small"
          action="next-page"
          disabled={page === pages - 1}
          onPress={() => setWanted(page + 1)}
        >
          {text('file.pages.next')}
          <Icon name="down" />
        </Button>
      </nav>
    ),
  };
}
