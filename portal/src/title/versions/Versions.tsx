import {useQuery, useQueryClient} from '@tanstack/react-query';
import {useState} from 'react';
import {keys, serverQuery} from '../../api/queries';
import {useMay} from '../../api/roles';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {Badge, Button, ConfirmDialog, CopyButton, Empty, ErrorState, Loading, Panel, toastError, When} from '../../ui';
import {manifestsOf, titleBase} from '../data/addresses';
import {titleKeys, versionsQuery} from '../data/queries';
import {isOver} from '../header/actionsFor';
import {useWish} from '../header/useWishes';
import {AddTrack} from './AddTrack';
import {openDocument, saveFile} from './downloads';
import styles from './Versions.module.css';

const text = strings.title.versions;

interface Version {
  version: number;
  publishedAt: string;
  isPublic: boolean;
}

/** The versions that lie in storage, the newest first, and what can be done with them. */
export function Versions({title, onPlay}: {title: Title; onPlay: (version: number) => void}) {
  const client = useQueryClient();
  const {data, error, refetch} = useQuery(versionsQuery(title.titleId));
  const [adding, setAdding] = useState(false);
  const [target, setTarget] = useState<number>();
  const mayEdit = useMay('editor') && isOver(title.phase);

  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()}/> : <Loading/>;
  }
  return (
    <>
      <Panel title={text.title} actions={mayEdit && <Button onClick={() => setAdding(true)}>{strings.title.addTrack.title}</Button>}>
        <Dates title={title}/>
        {data.versions.length === 0
          ? <Empty title={text.none} hint={text.noneHint}/>
          : (
            <ul className={styles.versions}>
              {data.versions.toReversed().map((version) => (
                <VersionItem key={version.version} title={title} version={version} onPlay={onPlay}
                  onRollBack={mayEdit && !version.isPublic && title.published ? setTarget : undefined}/>
              ))}
            </ul>
          )}
      </Panel>
      {title.links.hls && <Addresses title={title}/>}
      {adding && <AddTrack title={title} onClose={() => setAdding(false)} onDone={(next) => {
        client.setQueryData(keys.title(title.titleId), next);
        void client.invalidateQueries({queryKey: titleKeys.all(title.titleId)});
        setAdding(false);
      }}/>}
      {target !== undefined && <RollBack title={title} version={target} onClose={() => setTarget(undefined)}/>}
    </>
  );
}

function Dates({title: {publishAt, unpublishAt}}: {title: Title}) {
  return (publishAt || unpublishAt) && (
    <p className={styles.dates}>
      {publishAt && <>{text.publishAt} <When at={publishAt}/>. </>}
      {unpublishAt && <>{text.unpublishAt} <When at={unpublishAt}/>.</>}
    </p>
  );
}

interface VersionItemProps {
  title: Title;
  version: Version;
  onPlay: (version: number) => void;
  onRollBack: ((version: number) => void) | undefined;
}

function VersionItem({title, version: {version, publishedAt, isPublic}, onPlay, onRollBack}: VersionItemProps) {
  const {data: server} = useQuery(serverQuery);
  const base = titleBase(title, server);
  const manifests = base && manifestsOf(base, version);
  const open = (document: 'report.html' | 'report') => void openDocument(title.titleId, document, version).catch(toastError);
  const save = (address: string, end: string) => void saveFile(address, `${title.titleId}-${version}.${end}`).catch(toastError);
  return (
    <li className={styles.version}>
      <div className={styles.name}>
        <h3>{text.version(version)}</h3>
        {isPublic && <Badge tone="good">{text.public}</Badge>}
        <span className={styles.when}><When at={publishedAt}/></span>
      </div>
      <div className={styles.acts}>
        {manifests && <Button kind="quiet" onClick={() => onPlay(version)}>{text.play}</Button>}
        <Button kind="quiet" onClick={() => open('report.html')}>{text.report}</Button>
        <Button kind="quiet" onClick={() => open('report')}>{text.reportData}</Button>
        {manifests && <Button kind="quiet" title={text.saveManifest} onClick={() => save(manifests.m3u8, 'm3u8')}>HLS</Button>}
        {manifests && <Button kind="quiet" title={text.saveManifest} onClick={() => save(manifests.mpd, 'mpd')}>DASH</Button>}
        {onRollBack && <Button onClick={() => onRollBack(version)}>{text.makePublic}</Button>}
      </div>
    </li>
  );
}

function RollBack({title, version, onClose}: {title: Title; version: number; onClose: () => void}) {
  const wish = useWish(title.titleId, onClose);
  return (
    <ConfirmDialog title={text.rollBackAsk(version)} action={text.makePublic} busy={wish.isPending}
      onConfirm={() => wish.mutate({kind: 'rollback', version})} onClose={onClose}>
      <p><strong>{title.name}</strong></p>
      <p>{text.rollBackMeans(title.published?.version)}</p>
    </ConfirmDialog>
  );
}

function Addresses({title: {links: {hls, dash}}}: {title: Title}) {
  return (
    <Panel title={text.addresses}>
      <ul className={styles.addresses}>
        {[['HLS', hls], ['DASH', dash]].map(([name, address]) => address && (
          <li key={name}><span>{name}</span><code>{address}</code><CopyButton text={address}/></li>
        ))}
      </ul>
    </Panel>
  );
}
