import {strings} from '../strings';
import {classes, Icon} from '../ui';
import styles from './DropZone.module.css';
import {FileButton} from './FileButton';
import {uploads} from './store';

const text = strings.upload;

/** Says that files can be dropped, and takes them from those who rather choose. */
export function DropZone({isLarge}: {isLarge: boolean}) {
  return (
    <div className={classes(styles.zone, isLarge && styles.large)}>
      <Icon name="upload"/>
      <div className={styles.words}>
        <p className={styles.title}>{text.dropTitle}</p>
        <p>{text.dropHint}</p>
      </div>
      <FileButton kind="primary" onFiles={(files) => void uploads.add(files)}>{text.chooseFiles}</FileButton>
      <FileButton isFolder onFiles={(files) => void uploads.add(files)}>{text.chooseFolder}</FileButton>
    </div>
  );
}
