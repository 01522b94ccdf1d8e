import {useQuery} from '@tanstack/react-query';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {Empty, ErrorState, Facts, Loading, Panel, Table} from '../../ui';
import {bitrate, bytes, count, duration} from '../../ui/format';
import {toNumber, type Plan} from '../data/documents';
import {languageName} from '../data/language';
import {planQuery} from '../data/queries';
import {rateWords} from './describe';
import styles from './Master.module.css';
import {Findings} from './Master';

const text = strings.title.plan;

/** What is decided before processor time is spent. */
export function PlanPanel({title}: {title: Title}) {
  const {data: plan, error, refetch} = useQuery(planQuery(title));
  if (plan === undefined) {
    return (
      <Panel title={text.title}>
        {!error ? <Loading/> : title.plan ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Empty title={text.none} hint={text.noneHint}/>}
      </Panel>
    );
  }
  return (
    <Panel title={text.title}>
      <div className={styles.two}>
        <div className={styles.page}>
          <Facts facts={facts(plan, title)}/>
          {plan.warnings.length > 0 && <Findings findings={plan.warnings}/>}
        </div>
        <div className={styles.page}>
          {plan.rungs.length > 0 && (
            <Table caption={text.rungs} rows={plan.rungs} rowKey={({track}) => track} columns={[
              {key: 'name', head: text.rung, cell: ({name, codec}) => `${name} ${codec}`},
              {key: 'size', head: text.picture, cell: ({width, height}) => `${width} × ${height}`},
              {key: 'rate', head: text.rate, cell: ({rate}) => rateWords(rate), numeric: true, wideOnly: true},
              {key: 'settings', head: text.settings, cell: ({preset, crf}) => `${preset}, CRF ${crf}`, wideOnly: true},
              {key: 'cap', head: text.cap, cell: ({maxBitsPerSecond}) => bitrate(maxBitsPerSecond), numeric: true},
            ]}/>
          )}
          <Table caption={text.sounds} rows={[...plan.audio, ...plan.text]} rowKey={({track}) => track} columns={[
            {key: 'name', head: text.soundAndText, cell: ({name}) => name},
            {key: 'language', head: text.language, cell: ({language}) => languageName(language), wideOnly: true},
            {key: 'format', head: text.format, cell: (track) => ('format' in track ? track.format : `${track.codec} ${bitrate(track.bitsPerSecond)}`)},
          ]}/>
        </div>
      </div>
    </Panel>
  );
}

function facts({grid, chunks, cost, engineBuild, planHash}: Plan, title: Title) {
  const framesPerSecond = toNumber(grid.rate);
  return [
    {name: text.length, value: text.lengthWords(duration(grid.frameCount / framesPerSecond), count(grid.frameCount), rateWords(grid.rate))},
    {name: text.segments, value: text.segmentWords((grid.segmentFrames / framesPerSecond).toFixed(3), (grid.gopFrames / framesPerSecond).toFixed(3))},
    {name: text.chunks, value: count(chunks.length)},
    {name: text.cost, value: text.costWords(duration(cost.cpuSeconds), bytes(cost.outputBytes))},
    {name: text.profile, value: title.profileName},
    {name: text.lane, value: text.lanes[title.lane]},
    {name: text.engine, value: <code>{engineBuild}</code>},
    {name: text.hash, value: <code>{planHash}</code>},
  ];
}
