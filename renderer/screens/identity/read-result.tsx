import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { FactList } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { CardOnReader } from '../../components/pictures/drawings.tsx';
import { useTerminal } from '../../terminal.ts';
import { partialDate } from '../../text/dates.ts';
import type { ScreenOf } from '../screen-of.ts';

/** What the card said; the number masked, since the name stands beside it. */
export function ReadResult({ screen }: { screen: ScreenOf<'read-result'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { nameChinese } = screen;
  return (
    <Page
      dense
      heading={text('read-result.heading')}
      actions={
        <>
          <Button action="retry" onPress={() => void send({ type: 'RETRY' })}>
            {text('read-result.retry')}
          </Button>
          <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('read-result.continue')}
          </Button>
        </>
      }
    >
      <FactList
        facts={[
          { key: 'name-english', name: text('read-result.name-english'), value: screen.nameEnglish },
          {
            key: 'name-chinese',
            name: text('read-result.name-chinese'),
            value:
              nameChinese === null ? (
                text('read-result.no-chinese-name')
              ) : (
                <span lang="zh-HK">{nameChinese}</span>
              ),
            none: nameChinese === null,
          },
          {
            key: 'date-of-birth',
            name: text('read-result.date-of-birth'),
            value: partialDate(view.locale, text, screen.dateOfBirth),
          },
          { key: 'number', name: text('read-result.number'), value: screen.maskedNumber },
        ]}
      />
      {screen.canDiffer && (
        <Button kind="small" action="record-differs" onPress={() => void send({ type: 'RECORD_DIFFERS' })}>
          {text('read-result.record-differs')}
        </Button>
      )}
      <Note tone="amber">
        {text(screen.cardStillThere ? 'read-result.card-still-there' : 'read-result.card-taken')}
      </Note>
      {screen.cardStillThere && <CardOnReader low act="up" title={text('read-result.card-still-there')} />}
    </Page>
  );
}
