/** A running display of how far a long step is. */
export interface Progress {
  /** `done` and `total` in the same unit; a total of 0 shows elapsed seconds only. */
  update(done: number, total: number): void;
  finish(): void;
}

const WIDTH = 28;

/**
 * A bar on a terminal; on a log (CI) one line for every tenth, so that a long step is seen to be alive
 * without thousands of lines.
 */
export function startProgress(label: string, unit: 'MB' | 'files' | 'seconds'): Progress {
  const started = Date.now();
  const tty = process.stderr.isTTY;
  let lastTenth = -1;
  let lastDraw = 0;

  const text = (done: number, total: number): string => {
    if (unit === 'MB') return `${megabytes(done)} of about ${megabytes(total)} MB`;
    if (unit === 'files') return `${String(done)} of ${String(total)} files`;
    return `${String(Math.round(done))} s, usually about ${String(total)} s`;
  };

  return {
    update(done, total) {
      const ratio = total > 0 ? Math.min(done / total, 1) : 0;
      if (tty) {
        if (Date.now() - lastDraw < 80) return;
        lastDraw = Date.now();
        const filled = Math.round(ratio * WIDTH);
        const bar = '#'.repeat(filled) + '.'.repeat(WIDTH - filled);
        process.stderr.write(`\r\x1b[K${label} [${bar}] ${text(done, total)}`);
        return;
      }
      const tenth = Math.floor(ratio * 10);
      if (tenth > lastTenth) {
        lastTenth = tenth;
        process.stderr.write(`${label} ${String(tenth * 10)} % (${text(done, total)})\n`);
      }
    },
    finish() {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stderr.write(`${tty ? '\r\x1b[K' : ''}${label}: done in ${seconds} s\n`);
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(0);
}
