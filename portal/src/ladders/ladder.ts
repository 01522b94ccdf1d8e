import {isMap, isSeq, LineCounter, parseDocument, type Node} from 'yaml';
import {nodeAt, parse, spanOf, writtenText, type Path} from './yamlTree';

/** A ladder file as the form shows it: every value as it is written. */
export interface Ladder {
  /** Where the text is no YAML; the fields are then those of the part that could be read. */
  syntax?: {readonly line: number; readonly message: string};
  rungs: number;
  field(path: Path): string | undefined;
  has(path: Path): boolean;
}

export function readLadder(text: string): Ladder {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
  const fault = document.errors[0];
  const rungs = nodeAt(document, ['rungs']);
  return {
    ...(fault && {syntax: {line: lines.linePos(fault.pos[0]).line, message: fault.message}}),
    rungs: isSeq(rungs) ? rungs.items.length : 0,
    field: (path) => writtenText(nodeAt(document, path)),
    has: (path) => nodeAt(document, path) !== undefined,
  };
}

/** `rungs[2].preset` for people and as the key of a field of the form. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (before, step) => (typeof step === 'number' ? `${before}[${step}]` : before === '' ? step : `${before}.${step}`),
    '',
  );
}

/** The path of the deepest field or entry at a line and column, both from 1. */
export function pathAtPlace(text: string, line: number, column: number): Path {
  const lines = text.split('\n');
  const offset = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return pathAt(parse(text).contents, offset, []);
}

function pathAt(node: Node | null, offset: number, path: Path): Path {
  const around = childrenOf(node).filter(({from}) => from <= offset).at(-1);
  return around ? pathAt(around.node, offset, [...path, around.step]) : path;
}

interface Child {
  step: string | number;
  node: Node | null;
  from: number;
}

/** A group of fields begins where its first name does, so a field begins behind its name. */
function childrenOf(node: Node | null): Child[] {
  if (isMap(node)) {
    return node.items.map(({key, value}) => ({
      step: writtenText(key as Node) ?? '',
      node: value as Node | null,
      from: spanOf(key).from + 1,
    }));
  }
  return isSeq(node)
    ? node.items.map((item, index) => ({step: index, node: item as Node, from: spanOf(item).from}))
    : [];
}

/** Bits per second of `3500k`, `3.5M` or plain digits. */
export function bitsPerSecond(written: string | undefined): number | undefined {
  const match = /^([0-9]+(?:\.[0-9]+)?)([kKmM]?)$/.exec(written?.trim() ?? '');
  if (!match) {
    return undefined;
  }
  const unit = match[2]?.toLowerCase();
  return Number(match[1]) * (unit === 'k' ? 1_000 : unit === 'm' ? 1_000_000 : 1);
}
