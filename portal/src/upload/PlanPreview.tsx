import {useQuery} from '@tanstack/react-query';
import {api, call} from '../api/client';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {codecName} from '../title/data/codecs';
import {toNumber, type Plan} from '../title/data/documents';
import {languageName} from '../title/data/language';
import {inspectionQuery, planQuery} from '../title/data/queries';
import {holdings, rateWords} from '../title/master/describe';
import {ErrorState, Facts, Loading, Table} from '../ui';
import {bitrate, bytes, duration, timecode} from '../ui/format';
import {FindingList} from './FindingList';
import styles from './PlanPreview.module.css';

const text = strings.upload;

/** What the server found and would make of it, before any of it costs something. */
export function PlanPreview({title}: {title: Title}) {
  const {plan: outline} = title;
  const inspection = useQuery(inspectionQuery(title));
  const plan = useQuery(planQuery(title));
  const error = inspection.error ?? plan.error;
  if (error) {
    return <ErrorState error={error}/>;
  }
  if (!inspection.data || !plan.data) {
    return <Loading/>;
  }
  const findings = [...new Map([...title.findings, ...outline?.warnings ?? []].map((each) => [each.code + each.message, each])).values()];
  return (
    <div className={styles.preview}>
      <section className={styles.part}>
        <h3>{text.holds}</h3>
        <Facts facts={[{name: text.duration, value: timecode(toNumber(inspection.data.durationSeconds))}, ...holdings(inspection.data)]}/>
        <h3>{text.findings}</h3>
        <FindingList findings={findings}/>
      </section>
      <section className={styles.part}>
        <h3>{text.plan}</h3>
        {plan.data.rungs.length > 0 && <Ladder plan={plan.data}/>}
        <Cost title={title} plan={plan.data}/>
      </section>
    </div>
  );
}

function Ladder({plan}: {plan: Plan}) {
  return (
    <Table caption={text.ladder} rows={plan.rungs} rowKey={({name, codec}) => `${name} ${codec}`} columns={[
      {key: 'name', head: text.rung, cell: ({name}) => name},
      {key: 'size', head: text.size, cell: ({width, height}) => `${width} × ${height}`},
      {key: 'rate', head: text.rate, cell: ({rate}) => rateWords(rate), numeric: true, wideOnly: true},
      {key: 'codec', head: text.codec, cell: ({codec}) => codecName(codec), wideOnly: true},
      {key: 'most', head: text.most, cell: ({maxBitsPerSecond}) => bitrate(maxBitsPerSecond), numeric: true},
    ]}/>
  );
}

function Cost({title, plan}: {title: Title; plan: Plan}) {
  const slots = useEncodeSlots();
  const {cpuSeconds = 0, outputBytes = 0, scratchBytes = 0} = title.plan?.cost ?? {};
  const work = duration(cpuSeconds);
  const sounds = plan.audio.map(({language, bitsPerSecond}) => `${languageName(language)} ${bitrate(bitsPerSecond)}`);
  return (
    <Facts facts={[
      {name: text.sound, value: sounds.join(', ') || strings.common.none},
      {name: text.cost, value: slots ? text.costOf(work, duration(cpuSeconds / slots)) : text.costAlone(work)},
      {name: text.space, value: text.spaceOf(bytes(outputBytes), bytes(scratchBytes))},
    ]}/>
  );
}

/** How many tasks the fleet encodes at the same time. */
function useEncodeSlots(): number | undefined {
  const {data} = useQuery({
    queryKey: ['queue'],
    queryFn: ({signal}) => call(api.GET('/api/v1/queue', {signal})),
    staleTime: 60_000,
  });
  return data?.pools.find(({pool}) => pool === 'ENCODE')?.slots;
}
