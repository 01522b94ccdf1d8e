import {isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type YAMLMap} from 'yaml';

/** Names of fields and indexes of entries, from the top of a ladder file to a place in it. */
export type Path = readonly (string | number)[];

/** Where a node stands in the text: its first character and the one behind its last. */
export interface Span {
  from: number;
  to: number;
}

export function parse(text: string): Document {
  return parseDocument(text, {uniqueKeys: true, prettyErrors: false});
}

export function nodeAt(document: Document, path: Path): Node | undefined {
  const found = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(found) || isSeq(found) || isScalar(found) ? found : undefined;
}

export function spanOf(node: unknown): Span {
  const range = (node as Node | null)?.range;
  return range ? {from: range[0], to: range[1]} : {from: 0, to: 0};
}

export function pairOf(map: YAMLMap, name: string | number): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === name);
}

/** Behind the last character that is not white space or a comment. */
export function endOf(node: unknown, otherwise: number): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const last = node.items[node.items.length - 1];
    return isMap(node) ? endOfPair(last as Pair) : endOf(last, otherwise);
  }
  const span = spanOf(node);
  return span.to > 0 ? span.to : otherwise;
}

export function endOfPair(pair: Pair): number {
  return Math.max(spanOf(pair.key).to + 1, endOf(pair.value, 0));
}

/** A value as the file writes it, without quotes. */
export function writtenText(node: Node | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) {
    return undefined;
  }
  return typeof node.source === 'string' ? node.source : String(node.value);
}
