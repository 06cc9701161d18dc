import { useState, type ReactNode } from 'react';
import type { WhereNext } from '../../../domain/reference-data/look-up/where-next.ts';
import type { Locale } from '../../../domain/locale.ts';
import { useTerminal } from '../../terminal.ts';
import { weekday } from '../../text/dates.ts';
import { messageKey, type Text } from '../../text/text.ts';
import { Button } from '../controls/button.tsx';
import { useTight } from '../page/tight.ts';
import { Icon } from '../pictures/icons.tsx';
import classes from './where-next.module.css';

/** As many as somebody who stands takes in at once. */
const AT_FIRST = 3;
/** On a page that is too long for its display. */
const AT_FIRST_WHERE_TIGHT = 1;

/** When somebody is there next, in words: today until closing, or the day. */
export function openingText(locale: Locale, text: Text, { kind, next }: WhereNext): string {
  if (next === null) return text('where.ask');
  const { date, opens, closes } = next;
  const van = kind === 'van-stop';
  if (next.today) return text(van ? 'where.van-today' : 'where.open-today', { opens, closes });
  return text(van ? 'where.van-on' : 'where.open-on', { day: weekday(locale, date), opens, closes });
}

/** Places to go to, the nearest first: three, or one where room is short, and the rest for who asks. */
export function WhereList({ places }: { places: readonly WhereNext[] }): ReactNode {
  const { view, text } = useTerminal();
  const [all, setAll] = useState(false);
  const atFirst = useTight() === 2 ? AT_FIRST_WHERE_TIGHT : AT_FIRST;
  const shown = all ? places : places.slice(0, atFirst);
  return (
    <section className={classes.where} data-where="">
      <ul>
        {shown.map((place) => (
          <li key={place.id} data-place={place.id}>
            <span className={classes.sign}>
              <Icon name="pin" />
            </span>
            <div>
              <p className={classes.name}>{place.name[view.locale]}</p>
              <p>{place.address[view.locale]}</p>
              <p className={classes.when}>{openingText(view.locale, text, place)}</p>
              {place.source !== 'sourced' && (
                <p className={classes.source}>{text(messageKey(`reference-data.source.${place.source}`))}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {!all && places.length > atFirst && (
        <Button
          kind="small"
          action="more-places"
          onPress={() => {
            setAll(true);
          }}
        >
          {text('where.more', { count: places.length - atFirst })}
        </Button>
      )}
    </section>
  );
}
