import type {Ref} from 'react';
import type {Title} from '../../api/types';
import {strings} from '../../strings';
import {Panel, Select} from '../../ui';
import {timecode} from '../../ui/format';
import {manifestsOf} from '../data/addresses';
import {toNumber, type Report} from '../data/documents';
import {decibels} from '../quality/words';
import {Player, type PlayerHandle} from './Player';

const text = strings.title.player;
const USUAL_RATE = '25';
const NO_RUNGS: Report['video'] = [];

interface PlayerPanelProps {
  title: Title;
  base: string;
  version: number;
  versions: readonly {version: number; isPublic: boolean}[];
  report: Report | undefined;
  handle: Ref<PlayerHandle>;
  onChoose: (version: number) => void;
}

/** The player and the version that it plays. */
export function PlayerPanel({title, base, version, versions, report, handle, onChoose}: PlayerPanelProps) {
  const marks = (report?.worst ?? []).map(({seconds, xpsnr}) => ({seconds, label: text.weak(timecode(seconds), decibels(xpsnr))}));
  const hasPicture = report ? report.video.length > 0 : (title.plan?.rungs.length ?? 1) > 0;
  const choices = versions.toReversed().map((one) => ({
    value: String(one.version), label: text.version(one.version, one.isPublic),
  }));
  return (
    <Panel title={text.title} actions={choices.length > 1 && (
      <label>
        <span className="visually-hidden">{text.versionLabel}</span>
        <Select value={String(version)} choices={choices} onChoose={(value) => onChoose(Number(value))}/>
      </label>
    )}>
      <Player manifests={manifestsOf(base, version)} framesPerSecond={toNumber(report?.structure?.framesPerSecond ?? USUAL_RATE)}
        hasPicture={hasPicture} marks={marks} handle={handle} rungs={report?.video ?? NO_RUNGS}/>
    </Panel>
  );
}
