import type { ReactNode } from 'react';

/** Parts that several drawings share; each is drawn around its own origin and placed by its parent. */

/** An identity card, 172 × 110, seen from above: photo on the left as on the real one, lines that say nothing. */
export function CardShape({ big = false }: { big?: boolean }): ReactNode {
  return (
    <>
      <rect data-part="card" width="172" height="110" rx="13" />
      <rect data-part="photo" x="15" y="22" width="46" height="60" rx="7" />
      <circle data-part="face" cx="38" cy="43" r="11.500" />
      <path data-part="face" d="M20 82c1-14 8-20 18-20s17 6 18 20z" />
      <rect data-part="text" x="75" y="27" width="76" height="9" rx="4.500" />
      <rect data-part="text" x="75" y="45" width="60" height="9" rx="4.500" />
      <rect data-part="text" x="75" y="63" width="80" height="9" rx="4.500" />
      {big && (
        <>
          <rect data-part="chip" x="128" y="80" width="26" height="19" rx="4" />
          <path data-part="chip-line" d="M128 89.500h26M141 80v19" />
        </>
      )}
    </>
  );
}

/** Someone from the shoulders up, 120 wide, 140 high. Two kinds tell member and staff apart by clothes and badge. */
export function PersonShape({ who }: { who: 'member' | 'staff' }): ReactNode {
  return (
    <g data-who={who}>
      <path data-part="body" d="M0 140c0-44 24-66 60-66s60 22 60 66z" />
      <circle data-part="skin" cx="60" cy="40" r="33" />
      <path
        data-part="hair"
        d="M26 42c-3-26 12-42 34-42s37 16 34 42c-4-12-10-19-18-21-13 5-33 5-44 2-3 4-5 11-6 19z"
      />
      <circle data-part="eye" cx="49" cy="44" r="3" />
      <circle data-part="eye" cx="71" cy="44" r="3" />
      <path data-part="smile" d="M50 56c6 5 14 5 20 0" />
      {who === 'staff' && (
        <>
          <path data-part="strap" d="M38 79l22 30 22-30" />
          <rect data-part="badge" x="48" y="106" width="24" height="28" rx="4" />
          <circle data-part="badge-face" cx="60" cy="116" r="4.500" />
          <path data-part="badge-line" d="M53 127h14" />
        </>
      )}
    </g>
  );
}
