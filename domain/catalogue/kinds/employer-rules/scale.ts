/** A step of a vesting scale: after so many completed years, so much of it. */
interface ScaleStep {
  readonly years: number;
  readonly percentage: number;
}

/**
 * A vesting scale as it is typed: years and percentage with a stroke between, steps apart by commas: `3-30, 4-40, 10-100`.
 * @returns null when it is not written so
 */
export function scaleSteps(text: string): readonly ScaleStep[] | null {
  const steps = text
    .normalize('NFKC')
    .split(/[,/]/)
    .map((part) => /^\s*(\d{1,2})\s*[\p{Pd}:]\s*(\d{1,3})\s*%?\s*$/u.exec(part));
  if (steps.some((step) => step === null)) return null;
  return steps.map((step) => ({ years: Number(step?.[1]), percentage: Number(step?.[2]) }));
}

/** As it is kept and shown: `3-30, 4-40`. */
export function scaleText(steps: readonly ScaleStep[]): string {
  return steps.map(({ years, percentage }) => `${String(years)}-${String(percentage)}`).join(', ');
}
