import type { DrainControl } from '../../drain/drain-control.ts';
import type { GatewayParts } from '../../parts.ts';

/** What the routes stand on. */
export interface RouteParts extends Omit<GatewayParts, 'database' | 'close'> {
  readonly drain: DrainControl;
}
