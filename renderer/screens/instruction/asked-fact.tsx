import type { AskedRow } from '../../../domain/terminal/view/rows.ts';
import { Button } from '../../components/controls/button.tsx';
import type { Fact } from '../../components/page/fact-list.tsx';
import type { Terminal } from '../../terminal.ts';
import { labelText } from '../../text/labels.ts';
import { messageKey } from '../../text/text.ts';

/** A percentage stands before its fund, which describe.ts (domain/catalogue) gives first. */
function asLines(lines: readonly string[]): string {
  const shown = lines.flatMap((line, place) => {
    if (/^\d{1,3}%$/.test(line)) return [];
    const share = lines[place + 1] ?? '';
    return [/^\d{1,3}%$/.test(share) ? `${share}  ${line}` : line];
  });
  return shown.join('\n');
}

/** One answer of an instruction, with the way to change it. */
export function askedFact(terminal: Terminal, row: AskedRow): Fact {
  const { text, send } = terminal;
  const name = text(messageKey(`${row.words}.row`), { index: row.index });
  return {
    key: row.page,
    name,
    value: asLines(row.lines.map((line) => labelText(terminal, line))),
    tag: row.byStaff ? text('review.by-staff') : undefined,
    act: (
      <Button
        kind="small"
        action="change"
        option={row.page}
        label={text('review.change-what', { what: name })}
        onPress={() => void send({ type: 'CHANGE_PAGE', page: row.page })}
      >
        {text('review.change')}
      </Button>
    ),
  };
}
