import type { ReactNode } from 'react';
import { useTerminal } from '../../terminal.ts';
import { CoveredContext } from '../controls/covered.ts';
import { AssistBar } from './assist-bar.tsx';
import { CallsLine } from './calls-line.tsx';
import classes from './frame.module.css';
import { MockRunLine } from './mock-run-line.tsx';
import { PracticeLine, PracticeMark } from './practice.tsx';
import { PrefillLine } from './prefill-line.tsx';
import { Progress } from './progress.tsx';
import { StationBarLine } from './station-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** Screens that stand on the teal stage: nobody has begun. */
const ON_STAGE = new Set(['attract', 'starting', 'self-test', 'ended', 'station-rest']);

/**
 * What stays in its place on every page: simulated banner, top bar, progress; under them the page, and in front of it
 * whatever covers it. A covered page keeps its state but cannot be read, touched or reached by a screen reader; a page
 * that the other window of a counter works can be read and scrolled, and not touched.
 */
export function Frame({ overlay, children }: { overlay: ReactNode; children: ReactNode }): ReactNode {
  const { view } = useTerminal();
  const { practice } = view.chrome;
  const covered = overlay !== null;
  const { station, assist, van } = view.chrome;
  const watched = station?.works === false;
  const onStage = !covered && ON_STAGE.has(view.screen.id);
  return (
    <div className={classes.frame} data-stage={onStage || undefined}>
      {practice !== undefined && <PracticeLine practice={practice} />}
      {view.chrome.simulated && practice === undefined && (
        <aside className={classes.simulated} data-simulated="" aria-label="模擬裝置 Simulated devices">
          <span lang="zh-HK">模擬裝置</span> <span lang="en">Simulated devices</span>
        </aside>
      )}
      <TopBar onStage={onStage} />
      {view.chrome.mockRun === true && <MockRunLine />}
      {view.chrome.progress === null ? null : <Progress progress={view.chrome.progress} />}
      {station !== undefined ? (
        <StationBarLine bar={station} assist={assist} covered={covered} />
      ) : assist === null ? null : (
        <AssistBar assist={assist} covered={covered} />
      )}
      {station?.surface === 'staff' && <CallsLine calls={station.calls ?? []} />}
      {van?.prefill?.note !== undefined && van.prefill.note !== null && (
        <PrefillLine note={van.prefill.note} />
      )}
      <div className={classes.layers} data-watched={watched || undefined}>
        <div className={classes.layer} data-layer={covered ? 'covered' : 'front'} inert={covered}>
          <CoveredContext value={covered || watched}>{children}</CoveredContext>
        </div>
        {covered && (
          <div className={classes.layer} data-layer="front">
            <CoveredContext value={watched}>{overlay}</CoveredContext>
          </div>
        )}
      </div>
      {practice !== undefined && <PracticeMark />}
    </div>
  );
}
