import { Fragment, type ReactNode } from 'react';
import classes from './clauses.module.css';

/** The hotline as it is written everywhere; a number broken over two lines cannot be dialled at a glance. */
const HOTLINE = '183 2622';

/** After these a Chinese line may break well; the mark stays with its clause. */
const CLAUSE_ENDS = /(?<=[，。；：？！、）])(?![，。；：？！、）])/u;

const isChinese = (words: string): boolean => /\p{Script=Han}/u.test(words);

function withWholeHotline(words: string): ReactNode {
  return words.split(HOTLINE).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && <span className={classes.whole}>{HOTLINE}</span>}
      {part}
    </Fragment>
  ));
}

/**
 * Words whose lines break where a reader would pause: Chinese after its punctuation (it has no spaces to break at),
 * and never inside the hotline's number. The text itself is unchanged.
 */
export function Clauses({ children }: { children: string }): ReactNode {
  if (!isChinese(children)) return withWholeHotline(children);
  return children.split(CLAUSE_ENDS).map((clause, place) => (
    <span className={classes.clause} key={place}>
      {withWholeHotline(clause)}
    </span>
  ));
}
