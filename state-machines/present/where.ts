import type { InstructionKind } from '../../domain/kinds/kinds.ts';
import { textsOn } from '../../domain/reference-data/look-up/texts.ts';
import { whereNext, type WhereNext } from '../../domain/reference-data/look-up/where-next.ts';
import type { LocalText } from '../../domain/reference-data/schema/common.ts';
import type { TextPlace } from '../../domain/reference-data/schema/texts.ts';
import { hongKongDate } from '../../domain/time.ts';
import type { Outside } from '../outside.ts';

/** Where whoever has to go elsewhere can go, the nearest first. */
export function whereTo(
  { ports, config }: Pick<Outside, 'ports' | 'config'>,
  only: 'any' | 'service-centre',
): readonly WhereNext[] {
  return whereNext(ports.referenceData(), config.district ?? null, only, ports.now());
}

/** Which of the platform's texts stand before a kind of instruction; none where it groups it with nothing. */
const GROUPS: Readonly<Partial<Record<InstructionKind, TextPlace>>> = {
  'scheme-enrolment': 'enrolment',
  'fund-switch': 'fund-switch',
  'mandate-change': 'mandate',
  transfer: 'transfer',
  'benefit-withdrawal': 'withdrawal',
  'employer-remittance': 'contribution',
  'self-employed-contribution': 'contribution',
  'voluntary-contribution': 'contribution',
  'contribution-enquiry': 'contribution',
  'particulars-change': 'particulars',
};

/** What the platform wants people to read now, before they begin: for everybody, then for this kind. */
export function platformTexts(
  { ports }: Pick<Outside, 'ports'>,
  kind: InstructionKind | null,
): readonly LocalText[] {
  const data = ports.referenceData();
  const today = hongKongDate(ports.now());
  const group = kind === null ? undefined : GROUPS[kind];
  const places: readonly TextPlace[] = group === undefined ? ['start'] : ['start', group];
  return places.flatMap((place) => textsOn(data, place, today).map(({ text }) => text));
}
