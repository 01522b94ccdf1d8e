import type {ReactNode} from 'react';
import styles from './Table.module.css';

export interface Column<R> {
  key: string;
  head: ReactNode;
  cell: (row: R) => ReactNode;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** Left out on narrow screens. */
  wideOnly?: boolean;
}

interface TableProps<R> {
  /** Says what the table shows; for screen readers. */
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
}

/** A plain table for up to some hundred rows. It scrolls sideways where it must. */
export function Table<R>({caption, columns, rows, rowKey}: TableProps<R>) {
  return (
    <div className={styles.frame} tabIndex={0} role="region" aria-label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>{columns.map((column) => <th key={column.key} scope="col" {...marks(column)}>{column.head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => <td key={column.key} {...marks(column)}>{column.cell(row)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function marks<R>({numeric, wideOnly}: Column<R>) {
  return {'data-numeric': numeric || undefined, 'data-wide-only': wideOnly || undefined};
}
