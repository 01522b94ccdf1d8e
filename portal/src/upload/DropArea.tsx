import {useRef, useState, type DragEvent, type ReactNode} from 'react';
import {strings} from '../strings';
import styles from './DropArea.module.css';
import {readDropped} from './dropped';
import {uploads} from './store';

interface DropAreaProps {
  children: ReactNode;
  /** Called once the files lie with the uploads. */
  onDropped?: () => void;
  isOff?: boolean;
}

/** Takes files and folders that are dropped anywhere on it. */
export function DropArea({children, onDropped, isOff = false}: DropAreaProps) {
  const [isOver, setOver] = useState(false);
  // Entering a child fires before leaving its parent: only the balance tells.
  const depth = useRef(0);
  const move = (by: number) => (event: DragEvent) => {
    if (!isOff && event.dataTransfer.types.includes('Files')) {
      depth.current = Math.max(0, depth.current + by);
      setOver(depth.current > 0);
    }
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    if (!isOff) {
      const files = await readDropped(event.dataTransfer);
      await uploads.add(files);
      onDropped?.();
    }
  };
  return (
    <div className={styles.area} onDragEnter={move(1)} onDragLeave={move(-1)}
      onDragOver={(event) => event.preventDefault()} onDrop={(event) => void drop(event)}>
      {children}
      {isOver && <div className={styles.veil} aria-hidden="true">{strings.titles.dropHere}</div>}
    </div>
  );
}
