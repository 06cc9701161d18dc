const DATA_BYTES = 56;

/**
 * A code as HID POS scanners send it (facts/hardware.md §2.1). `without-length`: scanners that leave the number of bytes
 * out and pad with zeros; `short`: 62 bytes, with the flag in the last.
 */
export function reportsOf(
  text: string,
  {
    aim = ']Q1',
    layout = 'with-length',
  }: { readonly aim?: string; readonly layout?: 'with-length' | 'without-length' | 'short' } = {},
): readonly Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const reports: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += DATA_BYTES) {
    const data = bytes.slice(at, at + DATA_BYTES);
    const report = new Uint8Array(layout === 'short' ? 62 : 64);
    const counted = layout !== 'without-length';
    report[0] = 0x02;
    if (counted) report[1] = data.length;
    report.set(new TextEncoder().encode(aim), counted ? 2 : 1);
    report.set(data, counted ? 5 : 4);
    report[report.length - 1] = at + DATA_BYTES < bytes.length ? 1 : 0;
    reports.push(report);
  }
  return reports;
}
