/**
 * Where something stands, by satellite (WGS 84). Degrees, north and east positive; `accuracyMetres` is the radius within
 * which the receiver puts itself, about two times in three.
 */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMetres: number;
}

/** Five decimals of a degree are a metre; a receiver knows no more. */
export function roundedPosition({ latitude, longitude, accuracyMetres }: Position): Position {
  const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
  return {
    latitude: rounded(latitude),
    longitude: rounded(longitude),
    accuracyMetres: Math.ceil(accuracyMetres),
  };
}
