import type { ReactNode } from 'react';
import { CALCULATOR_NAMES, type CalculatorName } from '../../../domain/calculators/names.ts';
import { MENU_GROUPS, type MenuGroup } from '../../../domain/kinds/menu.ts';
import type { MenuEntry } from '../../../domain/terminal/view/screens/beginning.ts';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Page } from '../../components/page/page.tsx';
import type { IconName } from '../../components/pictures/icons.tsx';
import { useTerminal } from '../../terminal.ts';
import { messageKey } from '../../text/text.ts';
import type { ScreenOf } from '../screen-of.ts';
import classes from './menu.module.css';

const ICONS: Readonly<Record<MenuGroup, IconName>> = {
  joining: 'join',
  investing: 'funds',
  'moving-money': 'move',
  contributions: 'coins',
  details: 'pencil',
  help: 'headset',
  calculators: 'sum',
};

function GroupCard({ group }: { group: MenuGroup }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <ChoiceCard
      kind="button"
      action="choose-group"
      option={group}
      icon={ICONS[group]}
      label={text(`menu.${group}`)}
      help={text(`menu.${group}.help`)}
      chosen={false}
      onChoose={() => void send({ type: 'CHOOSE_GROUP', group })}
    />
  );
}

const REMARKS = {
  prepare: 'menu.offline-prepare',
  refuse: 'menu.offline-refuse',
  'iam-smart': 'menu.iam-smart',
} as const;

/** What was begun another time, wherever that was. */
function ResumeCard({ compact }: { compact: boolean }): ReactNode {
  const { view, text, send } = useTerminal();
  return (
    <ChoiceCard
      kind="button"
      action="resume"
      option="resume"
      compact={compact}
      {...(compact ? {} : { icon: 'box' })}
      label={text('attract.resume')}
      help={text('attract.resume-help')}
      chosen={false}
      onChoose={() => void send({ type: 'RESUME', locale: view.locale })}
    />
  );
}

/** A number for a counter, where there are some: nobody is asked for a card. */
function TicketCard(): ReactNode {
  const { view, text, send } = useTerminal();
  return (
    <ChoiceCard
      kind="button"
      action="ticket"
      option="ticket"
      compact
      label={text('attract.ticket')}
      help={text('attract.ticket-help')}
      chosen={false}
      onChoose={() => void send({ type: 'TICKET', locale: view.locale })}
    />
  );
}

/** What the card says of an item while the platform cannot be reached; what is kept here needs no warning. */
function ItemCard({ entry }: { entry: MenuEntry }): ReactNode {
  const { text, send } = useTerminal();
  const { item, remark } = entry;
  return (
    <ChoiceCard
      kind="button"
      action="choose-kind"
      option={item}
      label={text(messageKey(`kind.${item}.name`))}
      help={text(messageKey(`kind.${item}.help`))}
      {...(remark === null ? {} : { remark: text(REMARKS[remark]) })}
      chosen={false}
      onChoose={() => void send({ type: 'CHOOSE_KIND', kind: item })}
    />
  );
}

function CalculatorCard({ calculator }: { calculator: CalculatorName }): ReactNode {
  const { text, send } = useTerminal();
  return (
    <ChoiceCard
      kind="button"
      action="calculate"
      option={calculator}
      label={text(`calculator.${calculator}.name`)}
      help={text(`calculator.${calculator}.help`)}
      chosen={false}
      onChoose={() => void send({ type: 'CALCULATE', calculator })}
    />
  );
}

/** An employer's file, checked and not sent. */
function MockRunCard(): ReactNode {
  const { text, send } = useTerminal();
  return (
    <ChoiceCard
      kind="button"
      action="mock-run"
      option="mock-run"
      label={text('menu.mock-run')}
      help={text('menu.mock-run.help')}
      chosen={false}
      onChoose={() => void send({ type: 'MOCK_RUN' })}
    />
  );
}

/** What somebody came for: first which group, then what of it. */
export function Menu({ screen }: { screen: ScreenOf<'menu'> }): ReactNode {
  const { text } = useTerminal();
  const { group, items } = screen;
  // With the mock run these are one more than a page takes otherwise.
  const many = group === null || group === 'contributions';
  return (
    <Page
      heading={text(group === null ? 'menu.heading' : `menu.${group}.heading`)}
      help={text('menu.choose')}
      dense={many}
    >
      <div className={classes.cards} data-many={many || undefined}>
        {screen.tickets === true && (
          <div className={classes.pair}>
            <TicketCard />
            <ResumeCard compact />
          </div>
        )}
        {group === null
          ? MENU_GROUPS.map((name) => <GroupCard key={name} group={name} />)
          : items.map((entry) => <ItemCard key={entry.item} entry={entry} />)}
        {group === null && screen.tickets !== true && <ResumeCard compact={false} />}
        {group === 'contributions' && <MockRunCard />}
        {group === 'calculators' &&
          CALCULATOR_NAMES.map((name) => <CalculatorCard key={name} calculator={name} />)}
      </div>
    </Page>
  );
}
