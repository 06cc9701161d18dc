import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/controls/button.tsx';
import { Aside } from '../../../components/page/problem.tsx';
import { pageChanged } from '../../../input/press.ts';
import { useField } from '../../../input/use-field.ts';
import { useTerminal } from '../../../terminal.ts';
import { labelText } from '../../../text/labels.ts';
import { messageKey } from '../../../text/text.ts';
import { readShares, STEP, totalOf, withShare, writeShares, type Shares } from './allocation-entry.ts';
import { AllocationTotal } from './allocation-total.tsx';
import classes from './allocation.module.css';
import { AskPage, type AskScreen } from './ask-page.tsx';
import { ShareTyped } from './share-typed.tsx';

/** So many rows leave room between them. */
const MOST_AT_EASE = 5;

/** Back from typing a figure, the list stands where that fund is. */
function bringIntoSight(fund: HTMLElement | null): void {
  const area = fund?.closest('main');
  if (fund === null || area === null || area === undefined) return;
  const place = fund.getBoundingClientRect();
  const around = area.getBoundingClientRect();
  area.scrollTop += place.top - around.top - (around.height - place.height) / 2;
}

/**
 * Percentages over funds, in the order given: five more, five less, or a figure typed on a page of its own. Nothing is
 * given out in advance and no split is suggested (MPFSO s.34L).
 */
export function AllocationAsk({ screen }: { screen: AskScreen<'allocation'> }): ReactNode {
  const terminal = useTerminal();
  const { text } = terminal;
  const { options } = screen.ask;
  const codes = options.map(({ code }) => code);
  const field = useField(screen.value);
  const [typing, setTyping] = useState<string | null>(null);
  const [lastTyped, setLastTyped] = useState<string | null>(null);
  const shares = readShares(field.value, codes);
  const { total, left, over } = totalOf(shares);
  const change = (next: Shares): void => field.change(writeShares(next, codes));
  const goTo = (code: string | null): void => {
    pageChanged(performance.now());
    setLastTyped(typing);
    setTyping(code);
  };

  const typed = options.find(({ code }) => code === typing);
  if (typed !== undefined) {
    return (
      <ShareTyped
        key={typed.code}
        fund={labelText(terminal, typed.label)}
        share={shares.get(typed.code) ?? 0}
        others={total - (shares.get(typed.code) ?? 0)}
        onUse={(share) => {
          change(withShare(shares, typed.code, share));
          goTo(null);
        }}
        onBack={() => goTo(null)}
      />
    );
  }
  return (
    <AskPage
      screen={screen}
      answers={field.answers}
      dense={options.length > MOST_AT_EASE}
      helpOnTop
      keysName={text('ask.allocation.sum')}
      incomplete={total !== 100}
      {...(over > 0
        ? { act: text('ask.allocation.over', { over }) }
        : left > 0
          ? { act: text('ask.allocation.missing', { left }) }
          : {})}
      onContinue={() => field.answer()}
      keys={<AllocationTotal shares={shares} onClear={() => change(new Map())} />}
    >
      <Aside>{text('ask.allocation.how')}</Aside>
      <ul
        className={classes.funds}
        aria-label={text(messageKey(`${screen.words}.heading`), { index: screen.index })}
      >
        {options.map(({ code, label, help }) => {
          const fund = labelText(terminal, label);
          const share = shares.get(code) ?? 0;
          return (
            <li
              key={code}
              ref={code === lastTyped ? bringIntoSight : undefined}
              className={classes.fund}
              data-row={code}
              data-some={share > 0 || undefined}
            >
              <div className={classes.name}>
                <p>{fund}</p>
                {help !== undefined && <p className={classes.help}>{labelText(terminal, help)}</p>}
              </div>
              <Button
                kind="small"
                action="less"
                option={code}
                label={text('ask.allocation.less', { fund })}
                disabled={share === 0}
                onPress={() => change(withShare(shares, code, share - STEP))}
              >
                −{STEP}
              </Button>
              <span className={classes.share}>
                <Button
                  kind="small"
                  action="type-share"
                  option={code}
                  label={text('ask.allocation.type', { fund, share })}
                  onPress={() => goTo(code)}
                >
                  {share}%
                </Button>
              </span>
              <Button
                kind="small"
                action="more-share"
                option={code}
                label={text('ask.allocation.more', { fund })}
                disabled={share === 100}
                onPress={() => change(withShare(shares, code, share + STEP))}
              >
                +{STEP}
              </Button>
            </li>
          );
        })}
      </ul>
    </AskPage>
  );
}
