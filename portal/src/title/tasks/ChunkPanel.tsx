import {useState} from 'react';
import {useLocation} from 'wouter';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {ButtonLink, ErrorState, Icon, IconButton, Loading, Panel, Select} from '../../ui';
import {seriesColour, useColours, type Colours} from '../../ui/colours';
import type {Report} from '../data/documents';
import {momentAddress} from '../player/moment';
import {counts, momentOf, type Board, type Task, type TaskState} from './board';
import {CellFacts} from './CellFacts';
import {ChunkMap} from './ChunkMap';
import styles from './ChunkMap.module.css';
import {ChunkTable} from './ChunkTable';
import type {Place} from './layout';
import {scaleColour, stateColour, type Mode} from './paint';
import {useBoard} from './useBoard';

const text = strings.title.chunks;
const STATES: readonly TaskState[] = ['waiting', 'running', 'encoded', 'packaged', 'failed'];
type Look = Mode | 'table';

interface ChunkPanelProps {
  title: Title;
  /** Of the version that the player would play. */
  report: Report | undefined;
}

/** Every task of the latest submission, as a map or as a table. */
export function ChunkPanel({title, report}: ChunkPanelProps) {
  const {data: board, error, refetch} = useBoard(title);
  const [look, setLook] = useState<Look>('state');
  const choices = (['state', 'worker', 'quality', 'rate', 'table'] as const).map((value) => ({value, label: text.looks[value]}));
  return (
    <Panel title={text.title} actions={
      <label>
        <span className="visually-hidden">{text.look}</span>
        <Select value={look} choices={choices} onChoose={setLook}/>
      </label>
    }>
      {board === undefined
        ? error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>
        : <Tasks id={title.titleId} board={board} look={look} report={report}/>}
    </Panel>
  );
}

interface TasksProps extends Pick<ChunkPanelProps, 'report'> {
  id: string;
  board: Board;
  look: Look;
}

function Tasks({id, board, look, report}: TasksProps) {
  const colours = useColours();
  const [, go] = useLocation();
  const [pinned, setPinned] = useState<Place>();
  const open = (place: Place, isTouch: boolean) => {
    const moment = momentOf(board, place, report);
    // A finger sees no facts by pointing, so they come first.
    if (moment && !isTouch) {
      go(momentAddress(id, moment));
    } else {
      setPinned(place);
    }
  };
  if (board.video.length + board.audio.length + board.text.length === 0) {
    return <p>{text.none}</p>;
  }
  return (
    <>
      {look !== 'table' && <Legend board={board} mode={look} colours={colours}/>}
      {board.video.length > 0 && (look === 'table' ? <ChunkTable board={board}/> : <ChunkMap board={board} mode={look} pinned={pinned} onOpen={open}/>)}
      {pinned && <PinnedFacts id={id} board={board} place={pinned} report={report} onClose={() => setPinned(undefined)}/>}
      <Others board={board} colours={colours}/>
    </>
  );
}

interface PinnedFactsProps extends Omit<TasksProps, 'look'> {
  place: Place;
  onClose: () => void;
}

/** What is known of a cell, to be read in peace. */
function PinnedFacts({id, board, place, report, onClose}: PinnedFactsProps) {
  const moment = momentOf(board, place, report);
  return (
    <section className={styles.pinned} aria-label={text.facts}>
      <div role="status"><CellFacts board={board} place={place}/></div>
      {moment && <ButtonLink href={momentAddress(id, moment)}>{text.toPlayer}</ButtonLink>}
      <IconButton label={strings.common.close} onClick={onClose}><Icon name="close"/></IconButton>
    </section>
  );
}

function Legend({board, mode, colours}: {board: Board; mode: Mode; colours: Colours}) {
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      {legend(board, mode, colours).map(({label, colour}) => (
        <li key={label}><span className={styles.swatch} style={{background: colour}}/>{label}</li>
      ))}
    </ul>
  );
}

function legend(board: Board, mode: Mode, colours: Colours): {label: string; colour: string}[] {
  if (mode === 'state') {
    const number = counts(board);
    return STATES.map((state) => ({label: `${text.states[state]} ${number[state]}`, colour: stateColour(state, colours)}));
  }
  if (mode === 'worker') {
    return board.workers.map((worker, index) => ({label: worker, colour: seriesColour(index, colours.isDark)}));
  }
  const steps = mode === 'quality' ? text.qualitySteps : text.rateSteps;
  return steps.map((label, index) => ({label, colour: scaleColour(index / (steps.length - 1), colours.isDark)}));
}

/** Sound and text have one task each, whatever their length. */
function Others({board, colours}: {board: Board; colours: Colours}) {
  const others: [Task, string | undefined][] = [
    ...board.audio.map((task): [Task, string | undefined] => [task, board.audioTracks[task.number]]),
    ...board.text.map((task): [Task, string | undefined] => [task, board.textTracks[task.number]]),
  ];
  return others.length > 0 && (
    <ul className={styles.others} aria-label={text.others}>
      {others.map(([task, track]) => (
        <li key={`${task.kind}${task.number}`}>
          <span className={styles.swatch} style={{background: stateColour(task.state, colours)}}/>
          {track?.replace(/-[0-9a-f]{12}$/, '')}: {text.states[task.state].toLowerCase()}
          {task.failure && ` (${task.failure})`}
        </li>
      ))}
    </ul>
  );
}
