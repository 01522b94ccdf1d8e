import {useState} from 'react';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {ErrorState, Loading, Panel, Select} from '../../ui';
import {seriesColour, useColours, type Colours} from '../data/colours';
import {counts, type Board, type Task, type TaskState} from './board';
import {ChunkMap} from './ChunkMap';
import styles from './ChunkMap.module.css';
import {ChunkTable} from './ChunkTable';
import {scaleColour, stateColour, type Mode} from './paint';
import {useBoard} from './useBoard';

const text = strings.title.chunks;
const STATES: readonly TaskState[] = ['waiting', 'running', 'encoded', 'packaged', 'failed'];
type Look = Mode | 'table';

/** Every task of the latest submission, as a map or as a table. */
export function ChunkPanel({title}: {title: Title}) {
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
        : <Tasks board={board} look={look}/>}
    </Panel>
  );
}

function Tasks({board, look}: {board: Board; look: Look}) {
  const colours = useColours();
  if (board.video.length + board.audio.length + board.text.length === 0) {
    return <p>{text.none}</p>;
  }
  return (
    <>
      {look !== 'table' && <Legend board={board} mode={look} colours={colours}/>}
      {board.video.length > 0 && (look === 'table' ? <ChunkTable board={board}/> : <ChunkMap board={board} mode={look}/>)}
      <Others board={board} colours={colours}/>
    </>
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
