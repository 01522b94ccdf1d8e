import {isMap, type Document, type Pair, type YAMLMap, type YAMLSeq} from 'yaml';
import {endOf, endOfPair, nodeAt, pairOf, spanOf, type Path} from './yamlTree';

/** The smallest changes of a ladder file's text: everything around them stays as people wrote it. */

/** Puts `written` where a value stands; a comment behind it keeps its column if there is room. */
export function replaceValue(text: string, from: number, to: number, written: string): string {
  const old = text.slice(from, to);
  const value = from > 0 && old === '' && text[from - 1] !== ' ' ? ` ${written}` : written;
  const gap = /^( {2,})#/.exec(text.slice(to))?.[1] ?? '';
  const wanted = gap.length + old.length - value.length;
  const kept = gap === '' ? '' : ' '.repeat(Math.max(1, wanted));
  return text.slice(0, from) + value + kept + text.slice(to + gap.length);
}

/** Adds what is missing of `path` to the deepest group that exists. */
export function insertField(text: string, document: Document, path: Path, written: string): string | undefined {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const group = nodeAt(document, path.slice(0, depth));
    if (isMap(group) && group.items.length > 0) {
      const rest = path.slice(depth).map(String);
      return group.flow ? insertInFlow(text, group, rest, written) : insertLines(text, group, rest, written);
    }
  }
  return undefined;
}

function insertInFlow(text: string, group: YAMLMap, rest: readonly string[], written: string): string {
  const at = flowEnd(group);
  const value = rest.reduceRight((inner, name, index) => (index === 0 ? `${name}: ${inner}` : `{${name}: ${inner}}`), written);
  return `${text.slice(0, at)}, ${value}${text.slice(at)}`;
}

function flowEnd(group: YAMLMap): number {
  return endOfPair(group.items[group.items.length - 1] as Pair);
}

function insertLines(text: string, group: YAMLMap, rest: readonly string[], written: string): string {
  const indent = columnOf(text, spanOf(group.items[0]?.key).from);
  const lines = rest.map((name, index) => {
    const start = ' '.repeat(indent + 2 * index) + name + ':';
    return index === rest.length - 1 ? `${start} ${written}` : start;
  });
  return insertAfterLine(text, endOfPair(group.items[group.items.length - 1] as Pair), lines);
}

/** Adds an entry to a list, in the style of the entry before it. */
export function insertEntry(text: string, list: YAMLSeq, fields: ReadonlyMap<string, string>): string | undefined {
  const last = list.items[list.items.length - 1];
  if (list.flow || !isMap(last)) {
    return undefined;
  }
  const written = [...fields].map(([name, value]) => `${name}: ${value}`);
  const dash = ' '.repeat(dashColumn(text, spanOf(last).from));
  const lines = last.flow
    ? [`${dash}- {${written.join(', ')}}`]
    : written.map((line, index) => `${dash}${index === 0 ? '- ' : '  '}${line}`);
  return insertAfterLine(text, endOf(last, 0), lines);
}

export function removeEntry(text: string, list: YAMLSeq, index: number): string | undefined {
  const entry = list.items[index];
  return list.flow ? undefined : removeLines(text, spanOf(entry).from, endOf(entry, 0));
}

/** Takes a field out, and groups that would be empty without it. */
export function removeField(text: string, document: Document, path: Path): string | undefined {
  const group = nodeAt(document, path.slice(0, -1));
  if (!isMap(group)) {
    return undefined;
  }
  const parentIsField = typeof path[path.length - 2] === 'string';
  if (group.items.length === 1 && parentIsField) {
    return removeField(text, document, path.slice(0, -1));
  }
  const pair = pairOf(group, path[path.length - 1] ?? '');
  return pair && (group.flow ? removeFromFlow(text, group, pair) : removeFromLines(text, group, pair));
}

function removeFromFlow(text: string, group: YAMLMap, pair: Pair): string {
  const index = group.items.indexOf(pair);
  const next = group.items[index + 1];
  const before = group.items[index - 1] as Pair | undefined;
  const from = next || !before ? spanOf(pair.key).from : endOfPair(before);
  const to = next ? spanOf(next.key).from : endOfPair(pair);
  return text.slice(0, from) + text.slice(to);
}

function removeFromLines(text: string, group: YAMLMap, pair: Pair): string {
  const from = spanOf(pair.key).from;
  const next = group.items[group.items.indexOf(pair) + 1];
  const startsLine = text.slice(lineStart(text, from), from).trim() === '';
  return startsLine || !next
    ? removeLines(text, from, endOfPair(pair))
    : text.slice(0, from) + text.slice(spanOf(next.key).from);
}

function removeLines(text: string, from: number, to: number): string {
  return text.slice(0, lineStart(text, from)) + text.slice(nextLine(text, to));
}

function insertAfterLine(text: string, end: number, lines: readonly string[]): string {
  const at = nextLine(text, end);
  const separator = at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  return `${text.slice(0, at)}${separator}${lines.join('\n')}\n${text.slice(at)}`;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', Math.max(0, offset));
  return end < 0 ? text.length : end + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function dashColumn(text: string, offset: number): number {
  const line = text.slice(lineStart(text, offset), offset);
  return Math.max(0, line.lastIndexOf('-'));
}
