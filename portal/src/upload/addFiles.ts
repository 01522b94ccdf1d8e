import {kindOf, type Kind} from './container';
import type {Draft, SidecarDraft} from './draft';
import type {FoundFile} from './dropped';
import {headOf, markOf, type Mark} from './mark';
import {languageOf, masterFor, ownPart, roleOf, titleNameOf} from './names';

export interface LookedAt extends FoundFile {
  mark: Mark;
  kind: Kind;
}

/** Reads the first bytes of files to tell what they are. */
export function lookAt(found: readonly FoundFile[]): Promise<LookedAt[]> {
  return Promise.all(found.map(async (each) => {
    const head = await headOf(each.file);
    return {...each, mark: markOf(each.file, head), kind: kindOf(head)};
  }));
}

/** Sound is a sidecar if a master's name stands in front of its own; else it is a master of its own. */
function isSidecar({kind, mark}: LookedAt, masters: readonly LookedAt[]): boolean {
  return kind.use === 'text'
    || (kind.use === 'sound' && masters.some((master) => ownPart(mark.fileName, master.mark.fileName) !== undefined));
}

export function sidecarOf({file, mark, kind}: Pick<LookedAt, 'file' | 'mark' | 'kind'>, master: string): SidecarDraft {
  const own = ownPart(mark.fileName, master) ?? mark.fileName;
  const language = languageOf(own) ?? '';
  return {file, mark, kind, language, role: kind.use === 'text' ? roleOf(own) : 'dub'};
}

function draftOf({file, path, mark, kind}: LookedAt): Draft {
  const name = titleNameOf(mark.fileName);
  return {
    id: crypto.getRandomValues(new Uint32Array(2)).join('-'),
    file, path, mark, kind, name, profile: '', metadata: [], streams: [], sidecars: [],
  };
}

/** The drafts with these files: masters become drafts, sidecars join the master that they belong to. */
export function withFiles(drafts: readonly Draft[], files: readonly LookedAt[]): Draft[] {
  const videos = files.filter(({kind}) => kind.use !== 'text' && kind.use !== 'sound');
  const known = [...drafts, ...videos.map(draftOf)];
  const masters = videos.concat(drafts);
  return files.filter((each) => !videos.includes(each)).reduce((all, each) => {
    const target = isSidecar(each, masters) ? masterFor(each.mark.fileName, all.map(({mark}) => mark.fileName)) : -1;
    return target < 0
      ? [...all, draftOf(each)]
      : all.map((draft, at) => (at === target
        ? {...draft, sidecars: [...draft.sidecars, sidecarOf(each, draft.mark.fileName)]}
        : draft));
  }, known);
}

/** The drafts with one of them as a sidecar of another. */
export function joined(drafts: readonly Draft[], id: string, masterId: string): readonly Draft[] {
  const sidecar = drafts.find((draft) => draft.id === id);
  return !sidecar ? drafts : drafts.filter((draft) => draft !== sidecar).map((draft) => (draft.id === masterId
    ? {...draft, sidecars: [...draft.sidecars, sidecarOf(sidecar, draft.mark.fileName)]}
    : draft));
}
