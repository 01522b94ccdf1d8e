import type {ReportRung} from '../data/documents';
import type {EngineRung} from './engine';

/** A moment to show, as it stands in the address of a title's page. */
export interface Moment {
  seconds: number;
  /** Of the rung to show it in. */
  track?: string;
}

export function momentAddress(id: string, {seconds, track}: Moment): string {
  const query = new URLSearchParams({at: seconds.toFixed(3), ...track !== undefined && {track}});
  return `/titles/${id}?${query}`;
}

export function readMoment(search: string): Moment | undefined {
  const query = new URLSearchParams(search);
  const seconds = Number.parseFloat(query.get('at') ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? {seconds, track: query.get('track') ?? undefined} : undefined;
}

/** Players have names of their own for rungs; size and codec tell which is which. */
export function rungLike(rungs: readonly EngineRung[], {width, height, codec}: Pick<ReportRung, 'width' | 'height' | 'codec'>) {
  const same = rungs.filter((rung) => rung.width === width && rung.height === height);
  return same.find(({codecs}) => codecs.slice(0, 4) === codec.slice(0, 4)) ?? same[0];
}
