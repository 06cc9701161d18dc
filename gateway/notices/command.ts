import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { INTERPRETED_LANGUAGES } from '../../domain/identity/interpretation.ts';
import { isInDate } from '../../domain/notices/originals.ts';
import { TRANSLATED_PARTS, translationSchema } from '../../domain/notices/translation.ts';
import { hongKongDate } from '../../domain/time.ts';
import { giveUp, giveUpFor, say, USUAL_DATA } from '../commands/command.ts';
import { createBundleStore } from '../reference-data/bundle-store.ts';
import { openDatabase } from '../store/database.ts';
import { addNotice } from './add.ts';
import { createNoticeStore } from './notice-store.ts';
import { publishNotices } from './publish.ts';
import { readSound, readText, translationFrom } from './read-files.ts';
import { plainWords } from './words.ts';

const LANGUAGES = INTERPRETED_LANGUAGES.join('|');
const PARTS = TRANSLATED_PARTS.join('|');
const USAGE = `node gateway/main.ts notices add --language ${LANGUAGES} [--part ${PARTS}]
                     --text <file> [--audio <file.wav|file.ogg>] --signed-off-by <office> --date <YYYY-MM-DD> [--data ${USUAL_DATA}]
       node gateway/main.ts notices list [--data ${USUAL_DATA}]
       node gateway/main.ts notices withdraw --language <language> [--part notice] [--data ${USUAL_DATA}]
       A language is offered when all of ${TRANSLATED_PARTS.join(', ')} are in force.
`;

const OPTIONS = {
  data: { type: 'string', default: USUAL_DATA },
  language: { type: 'string' },
  part: { type: 'string', default: 'notice' },
  text: { type: 'string' },
  audio: { type: 'string' },
  'signed-off-by': { type: 'string' },
  date: { type: 'string' },
} as const;

type Values = Readonly<Partial<Record<keyof typeof OPTIONS, string>>> & { readonly data: string };

function readArguments(args: readonly string[]): { readonly values: Values; readonly verb: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    const [verb = '', ...more] = positionals;
    if (more.length > 0) giveUp(`arguments\n${USAGE}`);
    return { values, verb };
  } catch {
    return giveUp(`unknown arguments\n${USAGE}`);
  }
}

function languageAndPart({ language, part }: Values) {
  const tongue = z.enum(INTERPRETED_LANGUAGES).safeParse(language);
  if (!tongue.success) {
    giveUp(`--language is one of ${INTERPRETED_LANGUAGES.join(', ')}: the tag alone, without a country.`);
  }
  const text = z.enum(TRANSLATED_PARTS).safeParse(part);
  if (!text.success) giveUp(`--part is one of ${TRANSLATED_PARTS.join(', ')}.`);
  return { language: tongue.data, part: text.data };
}

function fileAt(path: string, name: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return giveUp(`the ${name} file cannot be read.`);
  }
}

function signedOff({ 'signed-off-by': signedOffBy = '', date: signedOffOn = '' }: Values, today: string) {
  const office = translationSchema.shape.signedOffBy.safeParse(signedOffBy.trim());
  if (!office.success)
    giveUp('--signed-off-by names the office that signed it off, in at most 80 characters.');
  const date = z.iso.date().safeParse(signedOffOn);
  if (!date.success) giveUp('--date is the day on which it was signed off, such as 2026-11-02.');
  if (date.data > today) giveUp('--date is a day that has not come yet.');
  return { signedOffBy: office.data, signedOffOn: date.data };
}

/** What `add` takes, read and checked; ends with what is wrong. */
function translationIn(values: Values, today: string) {
  const about = { ...languageAndPart(values), ...signedOff(values, today) };
  if (values.text === undefined) giveUp(`--text is missing\n${USAGE}`);
  const text = readText(fileAt(values.text, 'text'));
  if (!text.ok) giveUp(plainWords(text));
  const bytes = values.audio === undefined ? null : fileAt(values.audio, 'audio');
  const sound = bytes === null ? null : readSound(bytes);
  if (sound !== null && !sound.ok) giveUp(plainWords(sound));
  return { translation: translationFrom(about, text.value, sound?.value ?? null), bytes };
}

/** Adds, lists or withdraws signed-off translations, also while the gateway runs. */
export async function notices(args: readonly string[]): Promise<void> {
  const { values, verb } = readArguments(args);
  if (!['add', 'list', 'withdraw'].includes(verb)) giveUp(`arguments\n${USAGE}`);
  const at = new Date().toISOString();
  const adding = verb === 'add' ? translationIn(values, hongKongDate(at)) : null;
  const withdrawing = verb === 'withdraw' ? languageAndPart(values) : null;

  const opened = openDatabase(values.data);
  if (!opened.ok) giveUpFor(opened);
  const bundles = createBundleStore(opened.value);
  const store = createNoticeStore(opened.value);
  try {
    if (adding !== null) {
      const { translation, bytes } = adding;
      const added = await addNotice({ store, bundles }, translation, bytes, at);
      if (!added.ok) giveUp(plainWords(added));
      const { language, part, sound } = translation;
      say({ notice: 'added', language, part, seconds: sound?.seconds ?? null, ...added.value });
    } else if (withdrawing !== null) {
      const { language, part } = withdrawing;
      const withdrawn = await store.withdrawTranslation(language, part, at);
      if (!withdrawn.ok) giveUp(plainWords(withdrawn));
      const published = await publishNotices(bundles, store, at);
      if (!published.ok) giveUp(plainWords(published));
      say({ notice: 'withdrawn', language, part, referenceData: published.value });
    } else {
      await list(store);
    }
  } finally {
    opened.value.close();
  }
}

async function list(store: Pick<ReturnType<typeof createNoticeStore>, 'translations'>): Promise<void> {
  const all = await store.translations();
  if (all.length === 0) say({ notices: 'none: no translation ships with the program' });
  for (const { digest, translation, addedAt, withdrawnAt } of all) {
    const { language, part, sound, signedOffBy, signedOffOn } = translation;
    const state = withdrawnAt !== null ? 'withdrawn' : isInDate(translation) ? 'in-force' : 'out-of-date';
    say({
      ...{ language, part, state, seconds: sound?.seconds ?? null, signedOffBy, signedOffOn },
      ...{ addedAt, withdrawnAt, digest },
    });
  }
}
