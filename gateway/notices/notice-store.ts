import { z } from 'zod';
import type { InterpretedLanguage } from '../../domain/identity/interpretation.ts';
import {
  type TranslatedPart,
  type Translation,
  translationDigest,
  translationSchema,
} from '../../domain/notices/translation.ts';
import { type Failure, fail, ok, type Result } from '../../domain/result.ts';
import type { DurableDatabase } from '../store/database.ts';
import { promised, unlessBusy } from '../store/sqlite/write.ts';

/** A translation as it was signed off, and until when it could be put to anybody. */
export interface StoredTranslation {
  readonly digest: string;
  readonly translation: Translation;
  readonly addedAt: string;
  /** ISO instant; null: in force. */
  readonly withdrawnAt: string | null;
}

/** A thrown error is a storage fault: nothing of the call was committed. */
export interface NoticeStore {
  /** All there ever were, by language and text. */
  translations(): Promise<readonly StoredTranslation[]>;
  findTranslation(digest: string): Promise<StoredTranslation | null>;
  /** @returns its digest; `notice-twice` when this one was ever there, `notice-in-force` while another one is */
  addTranslation(
    translation: Translation,
    sound: Uint8Array | null,
    at: string,
  ): Promise<Result<string, Failure<'notice-twice' | 'notice-in-force' | 'busy'>>>;
  /** Takes back an addition that could not be published. */
  dropTranslation(digest: string): Promise<Result<null, Failure<'busy'>>>;
  /** @returns `notice-not-there` when none is in force */
  withdrawTranslation(
    language: InterpretedLanguage,
    part: TranslatedPart,
    at: string,
  ): Promise<Result<null, Failure<'notice-not-there' | 'busy'>>>;
  /** A recording's bytes; null: there is none of this digest. */
  noticeSound(digest: string): Promise<Uint8Array | null>;
}

const row = z.object({
  digest: z.string(),
  content: z.string(),
  added_at: z.string(),
  withdrawn_at: z.string().nullable(),
});

export function createNoticeStore(database: DurableDatabase): NoticeStore {
  const selectAll = database.prepare('SELECT * FROM notice_translations ORDER BY language, part, added_at');
  const selectOne = database.prepare('SELECT * FROM notice_translations WHERE digest = ?');
  const selectInForce = database.prepare(
    'SELECT 1 FROM notice_translations WHERE language = ? AND part = ? AND withdrawn_at IS NULL',
  );
  const insert = database.prepare(
    'INSERT INTO notice_translations (digest, language, part, content, added_at) VALUES (?, ?, ?, ?, ?)',
  );
  const insertSound = database.prepare(
    'INSERT INTO notice_sounds (digest, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const remove = database.prepare('DELETE FROM notice_translations WHERE digest = ?');
  const withdraw = database.prepare(
    'UPDATE notice_translations SET withdrawn_at = ? WHERE language = ? AND part = ? AND withdrawn_at IS NULL',
  );
  const selectSound = database
    .prepare<[string], Uint8Array>('SELECT bytes FROM notice_sounds WHERE digest = ?')
    .pluck();

  const add = database.transaction((translation: Translation, sound: Uint8Array | null, at: string) => {
    const digest = translationDigest(translation);
    const { language, part } = translation;
    if (selectOne.get(digest) !== undefined) return fail('notice-twice');
    if (selectInForce.get(language, part) !== undefined) return fail('notice-in-force', { language, part });
    insert.run(digest, language, part, JSON.stringify(translation), at);
    if (translation.sound !== null && sound !== null) insertSound.run(translation.sound.digest, sound);
    return ok(digest);
  });

  return {
    translations: () => promised(() => z.array(row).parse(selectAll.all()).map(storedOf)),
    findTranslation: (digest) =>
      promised(() => {
        const found = selectOne.get(digest);
        return found === undefined ? null : storedOf(row.parse(found));
      }),
    addTranslation: (translation, sound, at) =>
      promised(() => {
        const added = unlessBusy(() => add.immediate(translation, sound, at));
        return added.ok ? added.value : added;
      }),
    dropTranslation: (digest) =>
      promised(() =>
        unlessBusy(() => {
          remove.run(digest);
          return null;
        }),
      ),
    withdrawTranslation: (language, part, at) =>
      promised(() => {
        const done = unlessBusy(() => withdraw.run(at, language, part).changes);
        if (!done.ok) return done;
        return done.value === 0 ? fail('notice-not-there', { language, part }) : ok(null);
      }),
    noticeSound: (digest) => promised(() => selectSound.get(digest) ?? null),
  };
}

function storedOf({ digest, content, added_at: addedAt, withdrawn_at: withdrawnAt }: z.infer<typeof row>) {
  return { digest, translation: translationSchema.parse(JSON.parse(content)), addedAt, withdrawnAt };
}
