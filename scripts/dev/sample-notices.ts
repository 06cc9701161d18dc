import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_WORDS } from '../../domain/notices/sample-words.fixture.ts';
import { TRANSLATED_PARTS } from '../../domain/notices/translation.ts';
import { addNotice } from '../../gateway/notices/add.ts';
import { createNoticeStore } from '../../gateway/notices/notice-store.ts';
import { readSound, translationFrom } from '../../gateway/notices/read-files.ts';
import { createBundleStore } from '../../gateway/reference-data/bundle-store.ts';
import { openDatabase } from '../../gateway/store/database.ts';

const ESPEAK = '/usr/bin/espeak-ng';

/** Those that are spoken: as many scripts and directions as a demonstration needs. */
const SAMPLE_LANGUAGES = ['ne', 'ur', 'id'] as const;
type SampleLanguage = (typeof SAMPLE_LANGUAGES)[number];

/** One sentence: a demonstration waits until it was heard. */
function sampleSentence(language: SampleLanguage): string {
  return SAMPLE_WORDS[language].split('\n')[0] ?? '';
}

/** Words that say of themselves what they are. */
function sampleText(language: SampleLanguage): string {
  return `[SAMPLE 樣本 · ${language} · not a translation 並非譯文]\n${sampleSentence(language)}`;
}

/**
 * Puts samples into a development gateway's data, spoken by espeak-ng where it is installed. Never part of a release:
 * production begins with none. Those that are there already stay.
 */
export async function addSampleNotices(
  gatewayData: string,
  languages: readonly SampleLanguage[] = SAMPLE_LANGUAGES,
): Promise<void> {
  const opened = openDatabase(gatewayData);
  if (!opened.ok) throw new Error(opened.code);
  const parts = { store: createNoticeStore(opened.value), bundles: createBundleStore(opened.value) };
  try {
    for (const language of languages) {
      const bytes = spoken(language);
      const sound = bytes === null ? null : readSound(bytes);
      if (sound !== null && !sound.ok) throw new Error(sound.code);
      for (const part of TRANSLATED_PARTS) {
        const about = {
          ...{ language, part },
          ...{ signedOffBy: 'SAMPLE 樣本: nobody signed it off', signedOffOn: '2026-11-02' },
        };
        const translation = translationFrom(about, sampleText(language), sound?.value ?? null);
        const added = await addNotice(parts, translation, bytes, new Date().toISOString());
        if (!added.ok && added.code !== 'notice-twice' && added.code !== 'notice-in-force') {
          throw new Error(added.code);
        }
      }
    }
  } finally {
    opened.value.close();
  }
}

/** A WAV file; null where espeak-ng is not installed. */
function spoken(language: SampleLanguage): Uint8Array | null {
  if (!existsSync(ESPEAK)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'empf-sample-'));
  const file = join(folder, 'sample.wav');
  try {
    execFileSync(ESPEAK, ['-v', language, '-w', file, '--stdin'], { input: `${sampleSentence(language)}\n` });
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
