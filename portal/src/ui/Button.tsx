import type {ButtonHTMLAttributes, ReactNode} from 'react';
import {Link} from 'wouter';
import styles from './Button.module.css';
import {classes} from './classes';

export type ButtonKind = 'plain' | 'primary' | 'danger' | 'quiet';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  /** Shows that what the button began is under way, and takes no second click. */
  busy?: boolean;
}

export function Button({kind = 'plain', busy = false, className, disabled, type = 'button', children, ...rest}: ButtonProps) {
  return (
    <button {...rest} type={type} disabled={disabled || busy} aria-busy={busy || undefined}
      className={classes(styles.button, styles[kind], className)}>
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  href: string;
  kind?: ButtonKind;
  children: ReactNode;
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({href, kind = 'plain', children}: ButtonLinkProps) {
  return <Link href={href} className={classes(styles.button, styles[kind])}>{children}</Link>;
}

interface IconButtonProps extends ButtonProps {
  /** What a screen reader says and the pointer's hint shows. */
  label: string;
}

export function IconButton({label, className, ...rest}: IconButtonProps) {
  return <Button kind="quiet" {...rest} aria-label={label} title={label} className={classes(styles.icon, className)}/>;
}
