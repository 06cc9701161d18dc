import type { ReactNode } from 'react';
import classes from './drawings.module.css';
import { CardShape, PersonShape } from './parts.tsx';

function Panel(props: { title: string; box: string; low?: boolean; children: ReactNode }): ReactNode {
  return (
    <figure className={classes.panel} data-low={props.low || undefined}>
      <svg className={classes.drawing} viewBox={props.box} role="img" aria-label={props.title}>
        {props.children}
      </svg>
    </figure>
  );
}

/** The machine itself, for the attract screen: a screen, a slot, a card on its way. */
export function TerminalDrawing(): ReactNode {
  return (
    <svg className={classes.terminal} viewBox="0 0 340 250" aria-hidden="true">
      <ellipse data-part="shade" cx="170" cy="229" rx="164" ry="17" />
      <rect data-part="case" x="85" y="6" width="170" height="222" rx="17" />
      <rect data-part="screen" x="99" y="22" width="142" height="110" rx="10" />
      <rect data-part="line-strong" x="115" y="41" width="76" height="11" rx="5.500" />
      <rect data-part="line" x="115" y="62" width="110" height="8" rx="4" />
      <rect data-part="line" x="115" y="78" width="95" height="8" rx="4" />
      <rect data-part="act" x="115" y="100" width="110" height="20" rx="5" />
      <rect data-part="slot" x="109" y="152" width="122" height="9" rx="4.500" />
      <g transform="translate(126 158) rotate(-4 47 30) scale(0.540)">
        <CardShape />
      </g>
    </svg>
  );
}

/** How the card goes onto the reader. `down`: put it there; `lying`: leave it; `up`: take it. */
export function CardOnReader(props: {
  act: 'down' | 'lying' | 'up';
  title: string;
  low?: boolean;
}): ReactNode {
  const { act, title, low = false } = props;
  const cardTop = act === 'lying' ? 108 : 78;
  return (
    <Panel title={title} box={low ? '0 20 484 256' : '0 0 484 320'} low={low}>
      <g className={act === 'lying' ? undefined : classes.drift} data-act={act}>
        {act === 'down' && <path data-part="arrow" d="M242 32v32M225 50l17 17 17-17" />}
        {act === 'up' && <path data-part="arrow" d="M242 66V34M225 49l17-17 17 17" />}
        <g transform={`translate(156 ${cardTop})`}>
          <CardShape />
        </g>
      </g>
      <rect data-part="reader" x="97" y="195" width="290" height="66" rx="16" />
      <rect data-part="reader-slot" x="117" y="207" width="250" height="15" rx="7.500" />
      <circle data-part={act === 'lying' ? 'lamp-busy' : 'lamp'} cx="361" cy="246" r="6.500" />
    </Panel>
  );
}

/** Staff beside the member, the card between them. */
export function StaffAndMember({ title }: { title: string }): ReactNode {
  return (
    <Panel title={title} box="0 0 484 320" low>
      <g transform="translate(60 66) scale(1.150)">
        <PersonShape who="member" />
      </g>
      <g transform="translate(286 66) scale(1.150)">
        <PersonShape who="staff" />
      </g>
      <rect data-part="counter" x="24" y="226" width="436" height="60" rx="14" />
      <g transform="translate(184 186) rotate(-5 58 37) scale(0.680)">
        <CardShape />
      </g>
    </Panel>
  );
}

/** A staff member on the way. */
export function StaffComing({ title }: { title: string }): ReactNode {
  return (
    <Panel title={title} box="0 0 484 320" low>
      <path data-part="way" d="M40 270h404" />
      <g transform="translate(164 74) scale(1.300)">
        <PersonShape who="staff" />
      </g>
      <path data-part="arrow" d="M404 176h-44M378 158l-19 18 19 18" />
      <g transform="translate(36 96)">
        <rect data-part="card" width="74" height="160" rx="12" />
        <rect data-part="screen-covered" x="10" y="12" width="54" height="92" rx="6" />
        <path data-part="covered" d="M25 52c6-9 18-9 24 0M25 66c6 9 18 9 24 0M20 78l34-38" />
      </g>
    </Panel>
  );
}

/** The photo on the card and the person, to be compared. */
export function FaceCompare({ title }: { title: string }): ReactNode {
  return (
    <Panel title={title} box="0 0 484 320" low>
      <g transform="translate(44 62)">
        <rect data-part="card" width="158" height="196" rx="16" />
        <rect data-part="photo" x="16" y="16" width="126" height="132" rx="10" />
        <svg x="16" y="16" width="126" height="132" viewBox="0 0 126 132">
          <g transform="translate(13 22) scale(0.830)" data-tinted="">
            <PersonShape who="member" />
          </g>
        </svg>
        <rect data-part="text" x="16" y="162" width="126" height="9" rx="4.500" />
        <rect data-part="text" x="16" y="178" width="84" height="9" rx="4.500" />
      </g>
      <path data-part="arrow" d="M226 160h40M238 146l-14 14 14 14M254 146l14 14-14 14" />
      <g transform="translate(288 60) scale(1.420)">
        <PersonShape who="member" />
      </g>
    </Panel>
  );
}

/** The reader itself is in trouble: its lamp is out, a sign above it. */
export function ReaderAtFault({ title }: { title: string }): ReactNode {
  return (
    <Panel title={title} box="0 0 484 320" low>
      <path data-part="sign" d="M242 58l58 100H184z" />
      <path data-part="sign-mark" d="M242 96v30M242 142v.1" />
      <rect data-part="reader" x="97" y="190" width="290" height="66" rx="16" />
      <rect data-part="reader-slot" x="117" y="202" width="250" height="15" rx="7.500" />
      <circle data-part="lamp-out" cx="361" cy="241" r="6.500" />
    </Panel>
  );
}

/** What to bring: a passport, or a paper of the Immigration Department. */
export function DocumentDrawing({
  document,
  title,
}: {
  document: 'passport' | 'replacement-slip';
  title: string;
}): ReactNode {
  return (
    <Panel title={title} box="0 0 484 250" low>
      {document === 'passport' ? (
        <g transform="translate(170 24)">
          <rect data-part="passport" width="144" height="200" rx="12" />
          <circle data-part="passport-mark" cx="72" cy="84" r="34" />
          <path data-part="passport-mark" d="M38 84h68M72 50c-22 20-22 48 0 68M72 50c22 20 22 48 0 68" />
          <rect data-part="passport-line" x="34" y="150" width="76" height="10" rx="5" />
          <rect data-part="passport-line" x="48" y="170" width="48" height="8" rx="4" />
        </g>
      ) : (
        <g transform="translate(152 22)">
          <path
            data-part="card"
            d="M12 0h128l40 40v154a12 12 0 0 1-12 12H12a12 12 0 0 1-12-12V12A12 12 0 0 1 12 0z"
          />
          <path data-part="fold" d="M140 0v40h40z" />
          <rect data-part="photo" x="22" y="30" width="46" height="58" rx="7" />
          <circle data-part="face" cx="45" cy="51" r="11" />
          <path data-part="face" d="M27 88c1-13 8-19 18-19s17 6 18 19z" />
          <rect data-part="text" x="82" y="56" width="76" height="10" rx="5" />
          <rect data-part="text" x="82" y="76" width="56" height="10" rx="5" />
          <rect data-part="text" x="22" y="112" width="136" height="10" rx="5" />
          <rect data-part="text" x="22" y="134" width="136" height="10" rx="5" />
          <rect data-part="text" x="22" y="156" width="92" height="10" rx="5" />
        </g>
      )}
    </Panel>
  );
}
