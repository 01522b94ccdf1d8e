import {useEffect, type ReactNode} from 'react';
import {strings} from '../strings';
import {classes} from './classes';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  /** Beside the title. */
  actions?: ReactNode;
  /** Beneath the title. */
  subtitle?: ReactNode;
  children: ReactNode;
  /** Fills the window; its content scrolls by itself. */
  full?: boolean;
}

/** A page with its heading, which is the window's title, too. */
export function Page({title, actions, subtitle, children, full = false}: PageProps) {
  useEffect(() => {
    document.title = `${title} · ${strings.app.name}`;
  }, [title]);
  return (
    <div className={classes(styles.page, full && styles.full)}>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h1>{title}</h1>
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page with a heading of its own. */
export function Panel({title, actions, children}: {title: string; actions?: ReactNode; children: ReactNode}) {
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.panelHeader}>
        <h2>{title}</h2>
        {actions}
      </header>
      <div className={styles.panelBody}>{children}</div>
    </section>
  );
}
