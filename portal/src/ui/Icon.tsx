import styles from './Icon.module.css';

/** Outlines in a box of 16 × 16, drawn with the colour of the text. */
const SHAPES = {
  alert: 'M8 2 15 14H1zM8 6.5v3.5M8 12v.5',
  check: 'M3 8.5 6.5 12 13 4.5',
  chevronDown: 'M4 6l4 4 4-4',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M6 6h7v7H6zM10 6V3H3v7h3',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  folder: 'M2 4h4l1.5 2H14v7H2z',
  key: 'M10 6a3 3 0 1 0-2.2 2.9L14 9v2M12 9v2',
  ladder: 'M5 2v12M11 2v12M5 5h6M5 8h6M5 11h6',
  list: 'M2 4h12M2 8h12M2 12h12',
  lock: 'M4 7h8v6H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  pause: 'M5 3.5v9M11 3.5v9',
  play: 'M5 3l8 5-8 5z',
  plus: 'M8 3v10M3 8h10',
  pulse: 'M1 8h3l2-5 4 10 2-5h3',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM11 11l3.5 3.5',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5 13 13M3 13l1.5-1.5M11.5 4.5 13 3',
  trash: 'M3 4h10M6 4V2h4v2M4.5 4l.5 10h6l.5-10',
  upload: 'M8 11V2M4 6l4-4 4 4M2 11v3h12v-3',
  user: 'M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 14c.5-3 3-4 6-4s5.500 1 6 4',
} as const;

export type IconName = keyof typeof SHAPES;

/** Only ever beside text, or in a button that has a label. */
export function Icon({name}: {name: IconName}) {
  return (
    <svg className={styles.icon} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[name]}/>
    </svg>
  );
}
