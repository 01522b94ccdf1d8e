import {isMap, isScalar, isSeq, parseDocument, stringify, type Document, type Node} from 'yaml';
import {insertEntry, insertField, removeEntry, removeField as takeOut, replaceValue} from './splices';
import {nodeAt, parse, spanOf, type Path} from './yamlTree';

/**
 * Changes of a ladder file that keep its comments and its layout. Each first tries the smallest change
 * of the text; if that does not say what it should, the document is written anew, with its comments.
 */

const PLAIN = /^[A-Za-z0-9.][A-Za-z0-9./]*$|^-?[0-9.]+$/;

export function setField(text: string, path: Path, value: string): string {
  const written = PLAIN.test(value) ? value : stringify(value).trim();
  const document = parse(text);
  const present = nodeAt(document, path);
  const candidate =
    isScalar(present) && present.range
      ? replaceValue(text, spanOf(present).from, spanOf(present).to, written)
      : present === undefined
        ? insertField(text, document, path, written)
        : undefined;
  return settled(candidate, document, (wanted) => {
    clearScalars(wanted, path);
    wanted.setIn(path, parseDocument(written).contents);
  });
}

export function removeField(text: string, path: Path): string {
  const document = parse(text);
  if (nodeAt(document, path) === undefined) {
    return text;
  }
  return settled(takeOut(text, document, path), document, (wanted) => deleteUp(wanted, path));
}

export function addRung(text: string, fields: ReadonlyMap<string, string>): string {
  const document = parse(text);
  const rungs = nodeAt(document, ['rungs']);
  const candidate = isSeq(rungs) ? insertEntry(text, rungs, fields) : undefined;
  return settled(candidate, document, (wanted) => {
    const entry = parseDocument([...fields].map(([name, value]) => `${name}: ${value}`).join('\n')).contents;
    if (isSeq(wanted.get('rungs'))) {
      wanted.addIn(['rungs'], entry);
    } else {
      wanted.set('rungs', wanted.createNode([]));
      wanted.addIn(['rungs'], entry);
    }
  });
}

export function removeRung(text: string, index: number): string {
  const document = parse(text);
  const rungs = nodeAt(document, ['rungs']);
  const candidate = isSeq(rungs) && rungs.items.length > 1 ? removeEntry(text, rungs, index) : undefined;
  return settled(candidate, document, (wanted) => wanted.deleteIn(['rungs', index]));
}

function settled(candidate: string | undefined, document: Document, change: (wanted: Document) => void): string {
  change(document);
  if (candidate !== undefined && says(candidate, document)) {
    return candidate;
  }
  return document.toString({lineWidth: 0});
}

function says(candidate: string, wanted: Document): boolean {
  const read = parse(candidate);
  return read.errors.length === 0 && JSON.stringify(read.toJS()) === JSON.stringify(wanted.toJS());
}

/** A word where a group is wanted, as in `surround: none`, gives way to the group. */
function clearScalars(document: Document, path: Path): void {
  if (!isMap(document.contents)) {
    document.contents = document.createNode({}) as unknown as typeof document.contents;
  }
  for (let depth = 1; depth < path.length; depth++) {
    const above = path.slice(0, depth);
    const node: Node | undefined = nodeAt(document, above);
    if (isScalar(node)) {
      document.deleteIn(above);
    }
  }
}

function deleteUp(document: Document, path: Path): void {
  document.deleteIn(path);
  const above = path.slice(0, -1);
  const group = nodeAt(document, above);
  if (isMap(group) && group.items.length === 0 && typeof above[above.length - 1] === 'string') {
    deleteUp(document, above);
  }
}
