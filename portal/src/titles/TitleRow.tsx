import {memo} from 'react';
import {Link} from 'wouter';
import type {Title} from '../api/types';
import {strings} from '../strings';
import {Progress, StateBadge, When} from '../ui';
import {percent, timecode} from '../ui/format';
import {detailOf, shareDone} from './describe';
import {RowMenu} from './RowMenu';
import styles from './TitleList.module.css';

const text = strings.titles;

interface TitleRowProps {
  /** Absent while its page is on the way. */
  title: Title | undefined;
  index: number;
  top: number;
  isSelected: boolean;
  onSelect: (id: string, withRange: boolean) => void;
}

export const TitleRow = memo(function TitleRow({title, index, top, isSelected, onSelect}: TitleRowProps) {
  const place = {transform: `translateY(${top}px)`};
  if (title === undefined) {
    return <div role="row" aria-rowindex={index + 2} className={styles.placed} style={place} aria-busy/>;
  }
  const {titleId, name, master, fileName, masterSummary, plan} = title;
  return (
    <div role="row" aria-rowindex={index + 2} aria-selected={isSelected} style={place}
      className={`${styles.row} ${styles.placed}`}>
      <div role="cell" className={styles.check}>
        <input type="checkbox" aria-label={text.select(name)} checked={isSelected}
          onChange={(event) => onSelect(titleId, (event.nativeEvent as MouseEvent).shiftKey)}/>
      </div>
      <div role="cell" className={styles.name}>
        <Link href={`/titles/${titleId}`} title={name}>{name}</Link>
        <span title={master}>{masterSummary || fileName}</span>
      </div>
      <div role="cell" className={styles.state}><State title={title}/></div>
      <div role="cell" className={styles.wide} title={title.profileName}>{title.profileName}</div>
      <div role="cell" className={styles.wide}>{plan && timecode(plan.durationSeconds)}</div>
      <div role="cell" className={styles.wide}><When at={title.createdAt}/></div>
      <div role="cell" className={styles.wide}><When at={title.updatedAt}/></div>
      <div role="cell" className={styles.menu}><RowMenu title={title}/></div>
    </div>
  );
});

function State({title}: {title: Title}) {
  const share = shareDone(title);
  const detail = detailOf(title);
  return (
    <>
      <div className={styles.badge}>
        <StateBadge phase={title.phase}/>
        {share !== undefined && <span>{percent(share)}</span>}
        {share !== undefined && <Progress label={text.progressOf(title.name)} value={share}/>}
      </div>
      {detail && <span title={detail}>{detail}</span>}
    </>
  );
}
