import type { ReactNode } from 'react';
import { usePress } from '../../input/press.ts';
import { Icon, type IconName } from '../pictures/icons.tsx';
import { useToolName } from './covered.ts';
import classes from './choice.module.css';

export interface ChoiceCardProps {
  readonly option: string;
  /** Words, or a component that writes them in a language of their own. */
  readonly label: ReactNode;
  readonly help?: string;
  readonly icon?: IconName;
  /** Something to know before choosing it, marked amber. */
  readonly remark?: string;
  /** Lower and with smaller words, where many stand side by side. */
  readonly compact?: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** `radio`: one of several; `checkbox`: yes or no by itself; `button`: goes there at once. */
  readonly kind?: 'radio' | 'checkbox' | 'button';
  readonly action?: string;
  readonly lang?: string;
}

/** A big card to choose. What is chosen shows by edge, tint and tick, never by colour alone. */
export function ChoiceCard(props: ChoiceCardProps): ReactNode {
  const {
    option,
    label,
    help,
    icon,
    remark,
    compact,
    chosen,
    onChoose,
    kind = 'radio',
    action,
    lang,
  } = props;
  const press = usePress(onChoose);
  return (
    <button
      type="button"
      className={classes.card}
      role={kind === 'button' ? undefined : kind}
      aria-checked={kind === 'button' ? undefined : chosen}
      data-option={useToolName(option)}
      data-action={useToolName(action)}
      data-chosen={chosen || undefined}
      data-compact={compact || undefined}
      lang={lang}
      {...press}
    >
      {icon === undefined ? null : (
        <span className={classes.icon}>
          <Icon name={icon} size="big" />
        </span>
      )}
      <span className={classes.words}>
        <span className={classes.name}>{label}</span>
        {help === undefined ? null : <span className={classes.help}>{help}</span>}
        {remark === undefined ? null : (
          <span className={classes.remark}>
            <Icon name="info" /> {remark}
          </span>
        )}
      </span>
      {kind === 'button' ? (
        <span className={classes.goes}>
          <Icon name="forward" />
        </span>
      ) : (
        <span className={classes.mark} data-kind={kind}>
          {chosen && <Icon name="check" />}
        </span>
      )}
    </button>
  );
}

export interface ChipProps {
  readonly option: string;
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

/** A small choice among many short ones. */
export function Chip({ option, label, chosen, onChoose }: ChipProps): ReactNode {
  const press = usePress(onChoose);
  return (
    <button
      type="button"
      className={classes.chip}
      role="radio"
      aria-checked={chosen}
      data-option={useToolName(option)}
      data-chosen={chosen || undefined}
      {...press}
    >
      {chosen && <Icon name="check" />}
      {label}
    </button>
  );
}
