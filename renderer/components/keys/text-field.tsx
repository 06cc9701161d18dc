import type { ReactNode, Ref } from 'react';
import classes from './field.module.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly wrong?: boolean;
  readonly small?: boolean;
  /** Keys on the page write into this one. */
  readonly current?: boolean;
  readonly name?: string;
  readonly visibleLabel?: boolean;
  readonly onChange: (value: string) => void;
  readonly onComposing: (now: boolean) => void;
  readonly onEnter: () => void;
  readonly onFocus?: () => void;
}

/**
 * A real text box, for real keyboards, input methods and screen readers too; the system's own touch keyboard stays
 * away. Nothing typed here is remembered or corrected by the browser.
 */
export function TextField({ ref, ...props }: TextFieldProps): ReactNode {
  return (
    <label
      className={classes.field}
      data-wrong={props.wrong || undefined}
      data-small={props.small || undefined}
      data-resting={props.current === false || undefined}
      data-text=""
    >
      {props.visibleLabel === true && <span className={classes.label}>{props.label}</span>}
      <input
        className={classes.input}
        ref={ref}
        type="text"
        inputMode="none"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={props.visibleLabel === true ? undefined : props.label}
        aria-invalid={props.wrong || undefined}
        data-field={props.name ?? ''}
        placeholder=" "
        value={props.value}
        onFocus={props.onFocus}
        onChange={(event) => props.onChange(event.target.value)}
        onCompositionStart={() => props.onComposing(true)}
        onCompositionEnd={() => props.onComposing(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter();
        }}
      />
    </label>
  );
}
