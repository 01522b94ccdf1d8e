import type {Title} from '../api/types';
import {strings} from '../strings';
import {Icon} from '../ui';
import {sortedBy, type SortField, type TitleSort} from './filter';
import {chosenOf, NOTHING, type Selection} from './selection';
import styles from './TitleList.module.css';

const text = strings.titles;

interface ListHeadProps {
  titles: readonly Title[];
  sort: TitleSort;
  onSort: (sort: TitleSort) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

export function ListHead({titles, sort, onSort, selection, onSelect}: ListHeadProps) {
  const chosen = titles.filter(({titleId}) => selection.ids.has(titleId)).length;
  const isAll = chosen === titles.length;
  const selectAll = () => onSelect(isAll ? NOTHING : chosenOf(titles));
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        <div role="columnheader" className={styles.check}>
          <input type="checkbox" aria-label={text.selectAll} checked={isAll} onChange={selectAll}
            ref={(box) => {
              if (box) {
                box.indeterminate = chosen > 0 && !isAll;
              }
            }}/>
        </div>
        <SortHead field="name" label={text.name} sort={sort} onSort={onSort}/>
        <div role="columnheader">{text.state}</div>
        <div role="columnheader" className={styles.wide}>{text.profile}</div>
        <div role="columnheader" className={styles.wide}>{text.length}</div>
        <SortHead field="created" label={text.created} sort={sort} onSort={onSort}/>
        <SortHead field="updated" label={text.updated} sort={sort} onSort={onSort}/>
        <div role="columnheader"><span className="visually-hidden">{strings.common.more}</span></div>
      </div>
    </div>
  );
}

interface SortHeadProps {
  field: SortField;
  label: string;
  sort: TitleSort;
  onSort: (sort: TitleSort) => void;
}

function SortHead({field, label, sort, onSort}: SortHeadProps) {
  const isSorted = sort.replace('-', '') === field;
  const direction = sort.startsWith('-') ? 'descending' : 'ascending';
  return (
    <div role="columnheader" className={field === 'name' ? undefined : styles.wide} aria-sort={isSorted ? direction : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(sortedBy(field, sort))}>
        {label}<span className={styles.arrow} data-on={isSorted ? direction : undefined}><Icon name="chevronDown"/></span>
      </button>
    </div>
  );
}
