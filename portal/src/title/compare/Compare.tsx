import {useQueries} from '@tanstack/react-query';
import {useState} from 'react';
import {useSearch} from 'wouter';
import {strings} from '../../strings';
import {Empty, ErrorState, Loading, Panel, Select} from '../../ui';
import {toNumber, type Report, type ReportRung} from '../data/documents';
import {reportQuery} from '../data/queries';
import {trackPlaylist} from '../data/addresses';
import {decibels} from '../quality/words';
import styles from './Compare.module.css';
import {Pictures} from './Pictures';

const text = strings.title.compare;

interface CompareProps {
  id: string;
  base: string;
  versions: readonly number[];
}

/** Two rungs, of one version or of two, at the same frame. */
export function Compare({id, base, versions}: CompareProps) {
  const reports = useQueries({queries: versions.map((version) => reportQuery(id, version))});
  if (reports.some(({isLoading}) => isLoading)) {
    return <Loading/>;
  }
  const there = reports.flatMap(({data}) => (data?.video.length ? [data] : []));
  if (there.length === 0) {
    const error = reports.find((report) => report.error)?.error;
    return error ? <ErrorState error={error}/> : <Empty title={text.nothing} hint={text.nothingHint}/>;
  }
  return <Chosen base={base} reports={there}/>;
}

/** A rung of a version as the value of a select: "2/video-360p-…". */
type Side = string;

function sideOf({version}: Report, {track}: ReportRung): Side {
  return `${version}/${track}`;
}

/** The best rung of the last version and of the one before that has another; else the last version's best two. */
function firstSides(reports: readonly Report[]): [Side, Side] {
  const last = reports.at(-1);
  const best = last?.video[0];
  if (!last || !best) {
    return ['', ''];
  }
  const before = reports.findLast(({video}) => video[0] !== undefined && video[0].track !== best.track);
  const other = before?.video[0];
  return before && other
    ? [sideOf(before, other), sideOf(last, best)]
    : [sideOf(last, best), sideOf(last, last.video[1] ?? best)];
}

function Chosen({base, reports}: {base: string; reports: readonly Report[]}) {
  const start = Number(new URLSearchParams(useSearch()).get('t')) || 0;
  const [sides, setSides] = useState(() => firstSides(reports));
  const structure = reports.at(-1)?.structure;
  const framesPerSecond = toNumber(structure?.framesPerSecond ?? '25');
  const choices = reports.toReversed().flatMap((report) => report.video.map((rung) => ({
    value: sideOf(report, rung),
    label: text.side(report.version, rung.name, rung.family, rung.xpsnr === undefined ? '' : decibels(rung.xpsnr)),
  })));
  const names = sides.map((side) => choices.find(({value}) => value === side)?.label ?? side) as [string, string];
  const [left, right] = sides.map((side) => trackPlaylist(base, side.slice(side.indexOf('/') + 1))) as [string, string];
  return (
    <Panel title={text.title}>
      <div className={styles.choices}>
        <label>{text.left}<Select value={sides[0]} choices={choices} onChoose={(side) => setSides([side, sides[1]])}/></label>
        <label>{text.right}<Select value={sides[1]} choices={choices} onChoose={(side) => setSides([sides[0], side])}/></label>
      </div>
      <Pictures left={left} right={right} names={names} framesPerSecond={framesPerSecond}
        frames={structure?.frames ?? 1} start={Math.floor(start * framesPerSecond)}/>
    </Panel>
  );
}
