import type { ReactNode } from 'react';
import { Button } from '../../components/controls/button.tsx';
import { Note } from '../../components/page/note.tsx';
import { useTerminal } from '../../terminal.ts';
import type { ScreenOf } from '../screen-of.ts';

type Result = Pick<ScreenOf<'file-result'>, 'saving' | 'saved'>;

/** Once the list is on the drive there is nothing more to save. */
export function SaveProblems({
  saving,
  saved,
  aside,
  rows,
  words = 'file.result.save',
}: Result & {
  aside?: boolean;
  words?: 'file.result.save' | 'roster.result.save';
  /** Saved with the list; left out: the list alone. */
  rows?: number;
}): ReactNode {
  const { text, send } = useTerminal();
  if (saved?.ok === true) return null;
  return (
    <Button
      {...(aside === true ? {} : { kind: 'main' })}
      action="save-problems"
      disabled={saving}
      onPress={() => void send({ type: 'FILE_SAVE' })}
    >
      {saving
        ? text('file.result.saving')
        : rows === undefined
          ? text(words)
          : text('file.result.save-rows', { held: rows })}
    </Button>
  );
}

/** What became of the list, and of the rows beside it. */
export function SavedNote({
  saved,
  words,
}: {
  saved: NonNullable<Result['saved']>;
  words: 'file.result.saved' | 'companies.result.saved' | 'roster.result.saved';
}): ReactNode {
  const { text } = useTerminal();
  return saved.ok ? (
    <Note tone="green">
      <p data-saved="">
        {saved.value.rows === undefined
          ? text(words, { name: saved.value.name })
          : text('file.result.saved-rows', { rows: saved.value.rows, name: saved.value.name })}
      </p>
    </Note>
  ) : (
    <Note tone="red">
      <p data-error={saved.code}>{text(`file.save.${saved.code}`)}</p>
    </Note>
  );
}
