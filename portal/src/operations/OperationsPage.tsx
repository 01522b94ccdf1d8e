import {Link, Redirect, Route, Switch, useRoute} from 'wouter';
import {strings} from '../strings';
import {Page} from '../ui';
import {DeadLetters} from './DeadLetters';
import styles from './Operations.module.css';
import {Overview} from './Overview';
import {Workers} from './Workers';

const text = strings.operations;

const TABS = [
  {path: '/operations', name: text.overview},
  {path: '/operations/workers', name: text.workersTab},
  {path: '/operations/dead-letters', name: text.deadLettersTab},
] as const;

export function OperationsPage() {
  return (
    <Page title={text.pageTitle}>
      <nav className={styles.tabs} aria-label={text.tabs}>
        {TABS.map((tab) => <Tab key={tab.path} {...tab}/>)}
      </nav>
      <Switch>
        <Route path="/operations"><Overview/></Route>
        <Route path="/operations/workers"><Workers/></Route>
        <Route path="/operations/dead-letters"><DeadLetters/></Route>
        <Route><Redirect to="/operations" replace/></Route>
      </Switch>
    </Page>
  );
}

function Tab({path, name}: {path: string; name: string}) {
  const [isHere] = useRoute(path);
  return <Link href={path} className={styles.tab} aria-current={isHere ? 'page' : undefined}>{name}</Link>;
}
