/** Which titles are chosen, and from where a range begins. */
export interface Selection {
  ids: ReadonlySet<string>;
  anchor: string | undefined;
}

export const NOTHING: Selection = {ids: new Set(), anchor: undefined};

/** Just these titles. */
export function chosenOf(titles: readonly {titleId: string}[]): Selection {
  return {ids: new Set(titles.map(({titleId}) => titleId)), anchor: undefined};
}

/** Chooses a title or not; with Shift all from the last one clicked to this one. */
export function toggle(selection: Selection, id: string, withRange: boolean, order: readonly string[]): Selection {
  const ids = new Set(selection.ids);
  const isChosen = !ids.has(id);
  for (const each of withRange ? between(order, selection.anchor, id) : [id]) {
    if (isChosen) {
      ids.add(each);
    } else {
      ids.delete(each);
    }
  }
  return {ids, anchor: id};
}

function between(order: readonly string[], first: string | undefined, last: string): readonly string[] {
  const [from, to] = [first === undefined ? -1 : order.indexOf(first), order.indexOf(last)];
  return from < 0 || to < 0 ? [last] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
}
