import {Link, useRoute} from 'wouter';
import styles from './Tabs.module.css';

export interface TabLink {
  path: string;
  name: string;
}

/** Links between the parts of a page; each part has an address. */
export function Tabs({label, tabs}: {label: string; tabs: readonly TabLink[]}) {
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => <Tab key={tab.path} {...tab}/>)}
    </nav>
  );
}

function Tab({path, name}: TabLink) {
  const [isHere] = useRoute(path);
  return <Link href={path} className={styles.tab} aria-current={isHere ? 'page' : undefined}>{name}</Link>;
}
