import type { ReactNode } from 'react';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Page } from '../../components/page/page.tsx';
import { useTerminal } from '../../terminal.ts';

const DOCUMENTS = ['passport', 'replacement-slip'] as const;

/** No identity card here: which other document, so that we can say what to bring where. */
export function NoHkid(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <Page heading={text('no-hkid.heading')} help={text('no-hkid.help')}>
      {DOCUMENTS.map((document) => (
        <ChoiceCard
          key={document}
          kind="button"
          action="other-document"
          option={document}
          icon={document === 'passport' ? 'badge' : 'letter'}
          label={text(`no-hkid.${document}`)}
          help={text(`no-hkid.${document}-help`)}
          chosen={false}
          onChoose={() => void send({ type: 'OTHER_DOCUMENT', document })}
        />
      ))}
    </Page>
  );
}
