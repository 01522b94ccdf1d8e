import {useMemo} from 'react';
import {Link} from 'wouter';
import {strings} from '../strings';
import {Badge, Button, Page} from '../ui';
import {DeleteLadder} from './DeleteLadder';
import {useDraft} from './drafts';
import {BUILT_IN} from './fields';
import {readLadder} from './ladder';
import {LadderForm} from './LadderForm';
import styles from './Ladders.module.css';
import {useLadderCheck} from './problems';
import {SaveLadder} from './SaveLadder';
import {TrialPanel} from './TrialPanel';
import {YamlPane} from './YamlPane';

const text = strings.ladders;

/** The form and the file beside it: two views of one text. */
export function LadderEditor({name, saved}: {name: string; saved: string}) {
  const draft = useDraft(name, saved);
  const ladder = useMemo(() => readLadder(draft.text), [draft.text]);
  const check = useLadderCheck(draft.text);
  return (
    <Page title={name} subtitle={<Link href="/ladders">{text.back}</Link>} actions={
      <>
        {name === BUILT_IN && !draft.isChanged && <Badge>{text.builtIn}</Badge>}
        {draft.isChanged && <Badge tone="warn">{text.unsaved}</Badge>}
        {draft.isChanged && <Button kind="quiet" onClick={draft.discard}>{text.discard}</Button>}
        {name !== BUILT_IN && <DeleteLadder name={name}/>}
      </>
    }>
      <SaveLadder name={name} yaml={draft.text} check={check} onSaved={draft.discard}/>
      <div className={styles.editing}>
        <LadderForm yaml={draft.text} ladder={ladder} problems={check.problems} onChange={draft.change}/>
        <div className={styles.beside}><YamlPane yaml={draft.text} check={check} onChange={draft.change}/></div>
      </div>
      <TrialPanel yaml={draft.text} saved={saved} isValid={check.problems.length === 0 && !check.isChecking}/>
    </Page>
  );
}
