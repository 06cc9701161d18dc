import type { ReactNode } from 'react';
import type { FileEntry, FileListing, FilePlace } from '../../../domain/terminal/ports/remittance-files.ts';
import { Button } from '../../components/controls/button.tsx';
import { ChoiceCard } from '../../components/controls/choice.tsx';
import { Note } from '../../components/page/note.tsx';
import { Page } from '../../components/page/page.tsx';
import { Aside } from '../../components/page/problem.tsx';
import { Icon } from '../../components/pictures/icons.tsx';
import { type Terminal, useTerminal } from '../../terminal.ts';
import { dayAndTime } from '../../text/dates.ts';
import type { ScreenOf } from '../screen-of.ts';
import { usePages } from './pager.tsx';
import classes from './remittance-file.module.css';

/** So many entries stand under each other without scrolling. */
const ENTRIES = 4;

type At = NonNullable<FileListing['at']>;

/** Which file: of the one drive that is in, or first of which drive. */
export function FileChoose({ screen }: { screen: ScreenOf<'file-choose'> }): ReactNode {
  const { text } = useTerminal();
  const { listing, most, companies } = screen;
  const choose = companies === true ? 'companies.choose.heading' : 'file.choose.heading';
  if (listing === null) {
    return <Page heading={text(choose)} help={text('file.choose.waiting')} />;
  }
  const { places, at } = listing;
  const heading = at === null && places.length === 0 ? 'file.choose.no-drive.heading' : choose;
  return (
    <Page heading={text(heading)} dense>
      <DriveListing listing={listing} />
      <Aside>{text('file.choose.nothing-changes')}</Aside>
      <Aside>{text(companies === true ? 'companies.choose.limits' : 'file.choose.limits', most)}</Aside>
    </Page>
  );
}

/** The drives that are in, or what stands on the one that was chosen. */
export function DriveListing({ listing: { at, places } }: { listing: FileListing }): ReactNode {
  return at === null ? (
    <Places places={places} />
  ) : (
    <Folder key={[at.place.id, ...at.folders].join('/')} at={at} places={places.length} />
  );
}

function Places({ places }: { places: readonly FilePlace[] }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  if (places.length === 0) {
    return (
      <Note tone="teal">
        <p>{text('file.choose.no-drive')}</p>
      </Note>
    );
  }
  return (
    <>
      <Aside>{text('file.choose.which-drive')}</Aside>
      <div className={classes.cards}>
        {places.map((place) => (
          <ChoiceCard
            key={place.id}
            kind="button"
            action="open-place"
            option={place.id}
            icon="drive"
            label={placeName(terminal, place)}
            chosen={false}
            onChoose={() => void send({ type: 'FILE_OPEN', entry: place.id })}
          />
        ))}
      </div>
    </>
  );
}

function placeName({ text }: Pick<Terminal, 'text'>, { kind, name }: FilePlace): string {
  return kind === 'drive' ? text('file.choose.drive', { name }).trim() : text('file.choose.station-folder');
}

function Folder({ at, places }: { at: At; places: number }): ReactNode {
  const terminal = useTerminal();
  const { text, send } = terminal;
  const { folders, entries, others, more, readable } = at;
  const { items, pager } = usePages(entries, ENTRIES);
  const where = [placeName(terminal, at.place), ...folders].join(' › ');
  const canGoUp = folders.length > 0 || places > 1;
  return (
    <>
      <div className={classes.where}>
        <p className={classes.path} data-where="">
          <Icon name="drive" />
          <span>{where}</span>
        </p>
        {canGoUp && (
          <Button kind="small" action="file-up" onPress={() => void send({ type: 'FILE_UP' })}>
            <Icon name="up" />
            {text(folders.length > 0 ? 'file.choose.up' : 'file.choose.places')}
          </Button>
        )}
      </div>
      {!readable && (
        <Note tone="red">
          <p>{text('file.choose.not-readable')}</p>
        </Note>
      )}
      {readable && entries.length === 0 && (
        <Note tone="amber" icon="warning">
          <p>{text('file.choose.empty')}</p>
        </Note>
      )}
      <div className={classes.cards}>
        {items.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </div>
      {pager}
      {others > 0 && <Aside>{text('file.choose.others', { count: others })}</Aside>}
      {more > 0 && <Aside>{text('file.choose.more', { count: more })}</Aside>}
    </>
  );
}

function Entry({ entry }: { entry: FileEntry }): ReactNode {
  const { text, view, send } = useTerminal();
  const { id, kind, name, changedAt } = entry;
  const help =
    kind === 'folder'
      ? text('file.choose.folder')
      : text('file.choose.changed', { date: dayAndTime(view.locale, changedAt) });
  return (
    <ChoiceCard
      kind="button"
      compact
      action={kind === 'folder' ? 'open-folder' : 'open-file'}
      option={name}
      icon={kind === 'folder' ? 'folder' : 'document'}
      label={name}
      help={help}
      chosen={false}
      onChoose={() => void send({ type: 'FILE_OPEN', entry: id })}
    />
  );
}
