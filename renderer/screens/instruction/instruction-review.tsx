import { type ReactNode, useState } from 'react';
import type { InstructionEnding } from '../../../domain/terminal/view/screens/answers.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { FactList, type Fact } from '../../components/page/fact-list.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';
import { messageKey } from '../../text/text.ts';
import { reviewFact } from '../finish/review-fact.tsx';
import { askedFact } from './asked-fact.tsx';
import { ListedCompanies } from './listed-companies.tsx';
import type { ScreenOf } from '../screen-of.ts';

const INFORMATION = {
  submit: ['teal', 'review.info-online'],
  keep: ['amber', 'review.info-offline'],
  prepare: ['amber', 'instruction-review.info-prepare'],
} as const satisfies Record<InstructionEnding, readonly [string, string]>;

/**
 * Who it is from and everything that was answered, each with a way to change it. What is only prepared says so before
 * the end. While staff hold the session, going on is not offered.
 */
export function InstructionReview({ screen }: { screen: ScreenOf<'instruction-review'> }): ReactNode {
  const terminal = useTerminal();
  const { view, text, send } = terminal;
  const { kind, identity, rows, listed = [], ending } = screen;
  const [listShown, setListShown] = useState(false);
  const withStaff = view.chrome.assist !== null;
  const [tone, information] = INFORMATION[ending];
  const about: Fact = {
    key: 'kind',
    name: text('instruction-review.kind'),
    value: text(messageKey(`kind.${kind}.name`)),
  };
  const facts = [
    about,
    ...identity.map((row) => reviewFact(terminal, row)),
    ...rows.map((row) => askedFact(terminal, row)),
  ];
  if (listShown && listed.length > 0) {
    return <ListedCompanies all={listed} onBack={() => setListShown(false)} />;
  }
  return (
    <Page
      dense
      heading={text('review.heading')}
      actions={
        withStaff ? undefined : (
          <Button kind="main" action="continue" onPress={() => void send({ type: 'CONTINUE' })}>
            {text(ending === 'prepare' ? 'instruction-review.prepare' : 'review.continue')}
          </Button>
        )
      }
    >
      <FactList facts={facts} />
      {listed.length > 0 && (
        <ChoiceCard
          kind="button"
          compact
          action="show-listed"
          option="listed"
          icon="document"
          label={text('companies.review.show')}
          help={text('companies.review.count', { count: listed.length })}
          chosen={false}
          onChoose={() => setListShown(true)}
        />
      )}
      <Note tone={withStaff ? 'amber' : tone}>{text(withStaff ? 'declare.staff-cannot' : information)}</Note>
    </Page>
  );
}
