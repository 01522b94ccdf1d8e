import type {ReactNode} from 'react';
import {Link, useRoute} from 'wouter';
import {strings} from '../strings';
import {Icon, type IconName} from '../ui';
import {AccountMenu} from './AccountMenu';
import {LiveMark} from './LiveMark';
import styles from './Shell.module.css';
import {ThemeMenu} from './ThemeMenu';
import {UploadMark} from '../upload/UploadMark';
import {WaitNote} from './WaitNote';

const text = strings.app;

const PAGES: readonly {path: string; name: string; icon: IconName}[] = [
  {path: '/titles', name: text.titles, icon: 'list'},
  {path: '/upload', name: text.upload, icon: 'upload'},
  {path: '/operations', name: text.operations, icon: 'pulse'},
  {path: '/ladders', name: text.ladders, icon: 'ladder'},
  {path: '/access', name: text.access, icon: 'key'},
];

/** What stands around every page. */
export function Shell({children}: {children: ReactNode}) {
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">{text.skip}</a>
      <header className={styles.bar}>
        <Link href="/titles" className={styles.brand}>{text.name}</Link>
        <nav className={styles.pages} aria-label={text.navigation}>
          {PAGES.map((page) => <PageLink key={page.path} {...page}/>)}
        </nav>
        <div className={styles.tools}>
          <UploadMark/>
          <LiveMark/>
          <ThemeMenu/>
          <AccountMenu/>
        </div>
      </header>
      <WaitNote/>
      <main id="content" className={styles.content} tabIndex={-1}>{children}</main>
    </div>
  );
}

function PageLink({path, name, icon}: {path: string; name: string; icon: IconName}) {
  const [isHere] = useRoute(`${path}/*?`);
  return (
    <Link href={path} className={styles.page} aria-current={isHere ? 'page' : undefined}>
      <Icon name={icon}/>{name}
    </Link>
  );
}
