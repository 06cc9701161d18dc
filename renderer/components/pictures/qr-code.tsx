import { encodeQR } from 'qr';
import { useMemo, type ReactNode } from 'react';
import classes from './qr-code.module.css';

/** Light modules around the code, as the standard wants for scanning (ISO/IEC 18004: four; the white card adds more). */
const QUIET_MODULES = 2;

/** A QR code drawn as one path: no picture data, nothing for the content security policy to allow. */
export function QrCode({ content, title }: { content: string; title: string }): ReactNode {
  const { size, path } = useMemo(() => {
    const rows = encodeQR(content, 'raw', { ecc: 'quartile', border: QUIET_MODULES });
    const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
    return { size: rows.length, path: squares.join('') };
  }, [content]);
  return (
    <svg
      className={classes.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={title}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
