import type { ReactNode } from 'react';
import { usePress } from '../../input/press.ts';
import { useToolName } from './covered.ts';
import classes from './button.module.css';

export interface ButtonProps {
  /** Names the act for tests and stays the same in every language. */
  readonly action: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
  /**
   * `main` says the act of the page, filled; `outline` is another way on; `small` stands in a bar or beside a row;
   * `plain` is small without an edge colour; `staff` is amber and means people.
   */
  readonly kind?: 'main' | 'outline' | 'small' | 'plain' | 'staff' | 'staff-main' | 'grave';
  /** Something is still missing: drawn quiet, but it answers and says what is missing. */
  readonly quiet?: boolean;
  readonly disabled?: boolean;
  /** Takes the width that others leave. */
  readonly wide?: boolean;
  /** Fixed share of the bar, for *back*. */
  readonly narrow?: boolean;
  readonly label?: string;
  readonly option?: string;
  readonly lang?: string;
}

/** A button that answers within one frame and forgives trembling hands. */
export function Button(props: ButtonProps): ReactNode {
  const {
    action,
    onPress,
    children,
    kind = 'outline',
    quiet,
    disabled,
    wide,
    narrow,
    label,
    option,
    lang,
  } = props;
  const press = usePress(() => {
    if (disabled !== true) onPress();
  });
  return (
    <button
      type="button"
      className={classes.button}
      data-kind={kind}
      data-quiet={quiet || undefined}
      data-wide={wide || undefined}
      data-narrow={narrow || undefined}
      data-action={useToolName(action)}
      data-option={useToolName(option)}
      disabled={disabled}
      aria-label={label}
      lang={lang}
      {...press}
    >
      {children}
    </button>
  );
}
