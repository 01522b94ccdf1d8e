import {useMemo} from 'react';
import {strings} from '../../strings';
import {Panel, Table, type Column} from '../../ui';
import {bitrate, bytes, count, duration} from '../../ui/format';
import type {Report, ReportRung} from '../data/documents';
import {LadderChart} from './LadderChart';
import {Loudness} from './Loudness';
import styles from './Quality.module.css';
import {heldUntil} from './series';
import {TimeChart} from './TimeChart';
import {decibels} from './words';

const text = strings.title.quality;

const COLUMNS: readonly Column<ReportRung>[] = [
  {key: 'name', head: text.rung, cell: ({name, family}) => `${name} ${family}`},
  {key: 'size', head: text.picture, cell: ({width, height, framesPerSecond}) => `${width} × ${height}, ${framesPerSecond}`, wideOnly: true},
  {key: 'average', head: text.average, cell: ({averageBitsPerSecond}) => bitrate(averageBitsPerSecond), numeric: true},
  {key: 'peak', head: text.peak, cell: ({peakBitsPerSecond}) => bitrate(peakBitsPerSecond), numeric: true, wideOnly: true},
  {key: 'cap', head: text.cap, cell: ({capBitsPerSecond}) => bitrate(capBitsPerSecond), numeric: true, wideOnly: true},
  {key: 'bytes', head: text.bytes, cell: ({sizeBytes}) => bytes(sizeBytes), numeric: true, wideOnly: true},
  {key: 'xpsnr', head: text.xpsnr, cell: ({xpsnr}) => (xpsnr === undefined ? '–' : decibels(xpsnr)), numeric: true},
];

/** Black and standing pictures score without bound; beyond this nobody sees a difference. */
const HIGHEST_SHOWN_DB = 60;

interface QualityProps {
  report: Report;
  onShow: (seconds: number) => void;
}

/** What came out, in figures and pictures. */
export function Quality({report, onShow}: QualityProps) {
  const {video, sound, worst, durationSeconds} = report;
  const rates = useMemo(
    () => video.map(({name, family, bitrate: series}) => ({name: nameOf(name, family, video), series: heldUntil(series, durationSeconds)})),
    [video, durationSeconds],
  );
  const scores = useMemo(
    () => video.filter(({scores: {values}}) => values.length > 0).map(({name, family, scores: series}) => ({name: nameOf(name, family, video), series})),
    [video],
  );
  const marks = useMemo(() => worst.map(({seconds}) => seconds), [worst]);
  return (
    <div className={styles.page}>
      {video.length > 0 && (
        <Panel title={text.ladder}>
          <div className={styles.two}>
            {video.some(({xpsnr}) => xpsnr !== undefined) && <LadderChart rungs={video}/>}
            <Table caption={text.rungs} columns={COLUMNS} rows={video} rowKey={({track}) => track}/>
          </div>
        </Panel>
      )}
      {scores.length > 0 && (
        <Panel title={text.qualityOverTime}>
          <p className={styles.hint}>{text.qualityHint}</p>
          <TimeChart label={text.qualityOverTime} lines={scores} format={decibels} duration={durationSeconds} highest={HIGHEST_SHOWN_DB} marks={marks} onPick={onShow}/>
        </Panel>
      )}
      {rates.length > 0 && (
        <Panel title={text.rateOverTime}>
          <TimeChart label={text.rateOverTime} lines={rates} format={bitrate} duration={durationSeconds} stepped fromZero onPick={onShow}/>
        </Panel>
      )}
      {sound.length > 0 && <Panel title={text.sound}><Loudness sounds={sound}/></Panel>}
      <Panel title={text.checked}>
        <Checks report={report}/>
      </Panel>
    </div>
  );
}

/** Rungs of several families have the same names. */
function nameOf(name: string, family: string, all: readonly ReportRung[]): string {
  return new Set(all.map((rung) => rung.family)).size > 1 ? `${name} ${family}` : name;
}

function Checks({report: {checks, stages, gate}}: {report: Report}) {
  return (
    <div className={styles.two}>
      <ul className={styles.checks}>
        {checks.map(({what, count: number}) => <li key={what}>{what} <span className={styles.dim}>{count(number)}</span></li>)}
        {gate && <li>{gate.passed ? text.gatePassed : text.gateRefused}</li>}
        {gate?.findings.map(({code, message}) => <li key={code + message}>{message} <code>{code}</code></li>)}
      </ul>
      <Table caption={text.stages} rows={stages} rowKey={({name}) => name} columns={[
        {key: 'name', head: text.stage, cell: ({name}) => name},
        {key: 'elapsed', head: text.elapsed, cell: ({elapsedSeconds}) => duration(elapsedSeconds), numeric: true},
        {key: 'cpu', head: text.cpu, cell: ({cpuSeconds}) => duration(cpuSeconds), numeric: true},
        {key: 'tasks', head: text.tasks, cell: ({tasks}) => count(tasks), numeric: true, wideOnly: true},
        {key: 'found', head: text.found, cell: ({found}) => count(found), numeric: true, wideOnly: true},
      ]}/>
    </div>
  );
}
