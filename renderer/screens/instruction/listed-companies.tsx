import type { ReactNode } from 'react';
import type { Listed } from '../../../domain/catalogue/ask.ts';
import { Button } from '../../components/controls/button.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { labelText } from '../../text/labels.ts';
import { usePages } from '../remittance-file/pager.tsx';
import classes from '../remittance-file/remittance-file.module.css';

/** So many stand under each other without scrolling. */
const ON_A_PAGE = 5;

/** What came in a list, as a list in pages: a name, and below it what tells it from another. */
export function ListedCompanies({ all, onBack }: { all: readonly Listed[]; onBack: () => void }): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  const numbered = all.map((one, place) => ({ ...one, number: place + 1 }));
  const { items, pager } = usePages(numbered, ON_A_PAGE);
  return (
    <Page
      dense
      ways="leave"
      heading={text('companies.review.heading')}
      help={text('companies.review.help')}
      actions={
        <Button kind="main" action="overview" onPress={onBack}>
          {text('companies.review.back')}
        </Button>
      }
    >
      <ol className={classes.listed}>
        {items.map(({ number, title, details }) => (
          <li key={number} className={classes.one} data-listed={number}>
            <span className={classes.number}>{number}</span>
            <span className={classes.title}>{title}</span>
            <span className={classes.details}>
              {details.map((detail) => labelText(terminal, detail)).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {pager}
    </Page>
  );
}
