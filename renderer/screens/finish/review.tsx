import type { ReactNode } from 'react';
import type { ReviewRow } from '../../../domain/terminal/view.ts';
import { Button } from '../../components/controls/button.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { reviewValue } from '../../text/values.ts';
import type { ScreenOf } from '../screen-of.ts';

/**
 * Everything that would be submitted, with a way to change what did not come from the card. While staff hold the
 * session, going on to the declaration is not offered.
 */
export function Review({ screen }: { screen: ScreenOf<'review'> }): ReactNode {
  const { view, text, send } = useTerminal();
  const { correcting } = screen;
  const withStaff = view.chrome.assist !== null;
  const fact = (row: ReviewRow): Fact => {
    const name = text(`review.row.${row.key}`);
    const none = row.value === '';
    const { change } = row;
    const words = none
      ? text(row.key === 'optional-uses' ? 'review.none-chosen' : 'review.none')
      : reviewValue(view.locale, text, row);
    return {
      key: row.key,
      name,
      value: row.key === 'name-chinese' && !none ? <span lang="zh-HK">{words}</span> : words,
      none,
      tag: row.byStaff ? text('review.by-staff') : undefined,
      act:
        change === null ? undefined : (
          <Button
            kind="small"
            action="change"
            option={change}
            label={text('review.change-what', { what: name })}
            onPress={() => void send({ type: 'CHANGE', step: change })}
          >
            {text('review.change')}
          </Button>
        ),
    };
  };
  return (
    <Page
      dense
      heading={text('review.heading')}
      actions={
        withStaff ? undefined : (
          <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
            {text('review.continue')}
          </Button>
        )
      }
    >
      {correcting !== null && (
        <Note tone="red">
          {text('correction.why', {
            reference: correcting.reference,
            reason: text(`outcome.${correcting.code}`),
          })}
        </Note>
      )}
      <FactList facts={screen.rows.map(fact)} />
      {withStaff ? (
        <Note tone="amber">{text('declare.staff-cannot')}</Note>
      ) : (
        <Note tone={screen.online ? 'teal' : 'amber'}>
          {text(screen.online ? 'review.info-online' : 'review.info-offline')}
        </Note>
      )}
    </Page>
  );
}
