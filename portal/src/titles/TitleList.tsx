import {useVirtualizer} from '@tanstack/react-virtual';
import {useEffect, useRef} from 'react';
import type {Title} from '../api/types';
import {strings} from '../strings';
import type {TitleSort} from './filter';
import {ListHead} from './ListHead';
import {toggle, type Selection} from './selection';
import styles from './TitleList.module.css';
import {TitleRow} from './TitleRow';

const ROW_PX = 52;
/** Rows drawn beyond what is seen, in each direction. */
const OVERSCAN = 8;

interface Loaded {
  titles: readonly Title[];
  total: number;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

interface TitleListProps {
  list: Loaded;
  sort: TitleSort;
  onSort: (sort: TitleSort) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

/** All titles; only rows in sight are drawn, and pages come as one scrolls towards them. */
export function TitleList({list, sort, onSort, selection, onSelect}: TitleListProps) {
  const {titles, total, hasNextPage, isFetchingNextPage, fetchNextPage} = list;
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= titles.length - 1 && hasNextPage && !isFetchingNextPage) {
      fetchNextPage();
    }
  }, [last, titles.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const select = useStable((id: string, withRange: boolean) =>
    onSelect(toggle(selection, id, withRange, titles.map(({titleId}) => titleId))));

  return (
    <div ref={frame} className={styles.frame} tabIndex={0} role="region" aria-label={strings.titles.listOf(total)}>
      <div role="table" aria-rowcount={total + 1} className={styles.table}>
        <ListHead titles={titles} sort={sort} onSort={onSort} selection={selection} onSelect={onSelect}/>
        <div role="rowgroup" className={styles.rows} style={{blockSize: rows.getTotalSize()}}>
          {items.map(({index, start}) => (
            <TitleRow key={titles[index]?.titleId ?? index} title={titles[index]} index={index} top={start}
              isSelected={selection.ids.has(titles[index]?.titleId ?? '')} onSelect={select}/>
          ))}
        </div>
      </div>
    </div>
  );
}

/** A function that stays the same though it sees the latest values; for event handlers of memoised rows. */
function useStable<A extends unknown[]>(callback: (...values: A) => void): (...values: A) => void {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  const stable = useRef((...values: A) => latest.current(...values));
  return stable.current;
}
