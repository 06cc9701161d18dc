import type { ReviewRow } from '../../../domain/terminal/view/rows.ts';
import { Button } from '../../components/controls/button.tsx';
import type { Fact } from '../../components/page/fact-list.tsx';
import type { Terminal } from '../../terminal.ts';
import { reviewValue } from '../../text/values.ts';

/** A row of a review page about who somebody is and how to reach them. */
export function reviewFact({ view, text, send }: Terminal, row: ReviewRow): Fact {
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
    tag:
      row.from !== undefined
        ? text(`prefill.tag.${row.from}`)
        : row.byStaff
          ? text('review.by-staff')
          : undefined,
    act:
      change === null ? undefined : (
        <Button
          kind="small"
          action="change"
          option={change}
          label={text('review.change-what', { what: name })}
          onPress={() => void send({ type: 'CHANGE', step: change })}
        >
          {text(none && row.key === 'former-name' ? 'review.add' : 'review.change')}
        </Button>
      ),
  };
}
