import {useQuery} from '@tanstack/react-query';
import {useCallback, useEffect, useMemo, useRef, useState} from 'react';
import {Link, useLocation, useRoute} from 'wouter';
import {serverQuery} from '../api/queries';
import {useMay} from '../api/roles';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {Empty, ErrorState, Loading, Page, StateBadge, When} from '../ui';
import {Compare} from './compare/Compare';
import {titleBase} from './data/addresses';
import {reportQuery, versionsQuery} from './data/queries';
import {useTitleParts} from './data/useTitleParts';
import {Actions} from './header/Actions';
import {isOver} from './header/actionsFor';
import {Log} from './log/Log';
import {Master} from './master/Master';
import {Overview} from './Overview';
import type {PlayerHandle} from './player/Player';
import {PlayerPanel} from './player/PlayerPanel';
import {Failure} from './progress/Failure';
import {Stages} from './progress/Stages';
import {MomentsPanel} from './quality/Moments';
import {Quality} from './quality/Quality';
import {ChunkPanel} from './tasks/ChunkPanel';
import styles from './TitlePage.module.css';
import {Versions} from './versions/Versions';

const text = strings.title;

type Part = keyof typeof text.parts;
const PARTS = Object.keys(text.parts) as Part[];

/** Everything of one title. */
export function TitlePage({id}: {id: string}) {
  const {data: title, error, refetch} = useTitleParts(id);
  if (title === undefined) {
    return <Page title={id}>{error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>}</Page>;
  }
  return <KnownTitle title={title}/>;
}

function KnownTitle({title}: {title: Title}) {
  const id = title.titleId;
  const [, params] = useRoute('/titles/:id/*?');
  const nav = useRef<HTMLElement>(null);
  const part = PARTS.find((name) => name === params?.['*']) ?? 'overview';
  useEffect(() => {
    // On a phone the parts scroll sideways; the chosen one must be seen.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
  }, [part]);
  return (
    <Page title={title.name} actions={<Actions title={title}/>} subtitle={
      <span className={styles.subtitle}>
        <StateBadge phase={title.phase}/>
        {title.published && <span>{text.publicVersion(title.published.version)}</span>}
        {title.publishAt && <span>{text.overview.publishAt}: <When at={title.publishAt}/></span>}
        {title.unpublishAt && <span>{text.overview.unpublishAt}: <When at={title.unpublishAt}/></span>}
        <code>{id}</code>
        <span>{title.fileName}</span>
      </span>
    }>
      <nav ref={nav} className={styles.parts} aria-label={text.partsLabel}>
        {PARTS.map((name) => (
          <Link key={name} href={name === 'overview' ? `/titles/${id}` : `/titles/${id}/${name}`}
            aria-current={name === part ? 'page' : undefined}>
            {text.parts[name]}
          </Link>
        ))}
      </nav>
      <Failure title={title} mayAct={useMay('editor')}/>
      <Parts title={title} part={part}/>
    </Page>
  );
}

/** The player stays while one goes from the overview to the quality and back. */
function Parts({title, part}: {title: Title; part: Part}) {
  const id = title.titleId;
  const [, navigate] = useLocation();
  const player = useRef<PlayerHandle>(null);
  const [chosen, setChosen] = useState<number>();
  const {data: server} = useQuery(serverQuery);
  const {data: list} = useQuery(versionsQuery(id));
  const versions = useMemo(() => list?.versions ?? [], [list]);
  const version = chosen ?? title.published?.version ?? versions.at(-1)?.version;
  const {data: report, error} = useQuery({...reportQuery(id, version ?? 0), enabled: version !== undefined});
  const base = titleBase(title, server);
  const show = useCallback((seconds: number) => player.current?.show(seconds), []);
  const isMaking = !isOver(title.phase);
  const hasPlayer = (part === 'overview' || part === 'quality') && base !== undefined && version !== undefined;

  return (
    <>
      {part === 'overview' && isMaking && <><Stages title={title}/><ChunkPanel title={title} report={report}/></>}
      {hasPlayer && (
        <div className={styles.watch}>
          <PlayerPanel title={title} base={base} version={version} versions={versions} report={report} handle={player} onChoose={setChosen}/>
          <div className={styles.side}>
            {part === 'overview' && <Overview title={title} report={report}/>}
            {part === 'quality' && report && <MomentsPanel id={id} report={report} onShow={show}/>}
          </div>
        </div>
      )}
      {part === 'overview' && !hasPlayer && <div className={styles.two}><Overview title={title} report={report}/></div>}
      {part === 'overview' && !isMaking && <Stages title={title}/>}
      {part === 'quality' && (report
        ? <Quality report={report} onShow={show}/>
        : error ? <ErrorState error={error}/> : <Empty title={text.quality.none} hint={text.quality.noneHint}/>)}
      {part === 'compare' && (base !== undefined && versions.length > 0
        ? <Compare id={id} base={base} versions={versions.map((one) => one.version)}/>
        : <Empty title={text.compare.nothing} hint={text.compare.nothingHint}/>)}
      {part === 'work' && <><Stages title={title}/><ChunkPanel title={title} report={report}/></>}
      {part === 'master' && <Master title={title}/>}
      {part === 'versions' && (
        <Versions title={title} onPlay={(next) => {
          setChosen(next);
          navigate(`/titles/${id}`);
        }}/>
      )}
      {part === 'log' && <Log title={title}/>}
    </>
  );
}
