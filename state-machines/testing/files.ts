import { ok } from '../../domain/result.ts';
import type {
  CheckEvent,
  CheckRequest,
  FileListing,
  ListCheckRequest,
  RemittanceFilesPort,
} from '../../domain/terminal/ports/remittance-files.ts';

/** Drives in a test's hands: it says what is listed and what a check finds. */
export interface FakeFiles extends RemittanceFilesPort {
  list(listing: FileListing): void;
  tell(event: CheckEvent): void;
  /** The check under way; null: none, or it was stopped. */
  readonly checking: () => CheckRequest | ListCheckRequest | { readonly entry: string } | null;
  readonly looking: () => boolean;
  readonly opened: readonly string[];
  readonly forgotten: () => number;
}

export function fakeFiles(): FakeFiles {
  let listener: ((listing: FileListing) => void) | null = null;
  let check: {
    readonly request: CheckRequest | ListCheckRequest | { readonly entry: string };
    readonly tell: (event: CheckEvent) => void;
  } | null = null;
  let held: string | null = null;
  let forgotten = 0;
  const opened: string[] = [];
  return {
    list: (listing) => listener?.(listing),
    tell(event) {
      if (event.type === 'CHECKED') held = event.facts?.id ?? null;
      check?.tell(event);
    },
    checking: () => check?.request ?? null,
    looking: () => listener !== null,
    opened,
    forgotten: () => forgotten,
    browse(tell) {
      listener = tell;
      return {
        open: (id) => opened.push(id),
        up: () => opened.push('..'),
        end: () => {
          listener = null;
        },
      };
    },
    check(request, tell) {
      check = { request, tell };
      return () => {
        check = null;
      };
    },
    checkList(request, tell) {
      check = { request, tell };
      return () => {
        check = null;
      };
    },
    checkRoster(entry, tell) {
      check = { request: { entry }, tell };
      return () => {
        check = null;
      };
    },
    saveProblems: (_locale, andRows, checkOnly = false) =>
      Promise.resolve(
        ok({
          name: `${checkOnly ? 'mock-run-' : ''}remittance-problems-20261123-1542.csv`,
          ...(andRows ? { rows: 'remittance-rows-to-correct-20261123-1542.csv' } : {}),
        }),
      ),
    held: () => held,
    bytesOf: (id) => (id === held ? new TextEncoder().encode('rows') : null),
    forget() {
      forgotten += 1;
      held = null;
      check = null;
      listener = null;
    },
  };
}

/** No drive is ever there. */
export const noFiles = (): RemittanceFilesPort => fakeFiles();
