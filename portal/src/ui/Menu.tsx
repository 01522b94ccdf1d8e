import {useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode} from 'react';
import {classes} from './classes';
import {Button, type ButtonKind} from './Button';
import styles from './Menu.module.css';

export interface MenuItem {
  label: string;
  onSelect: () => void;
  disabled?: boolean;
  danger?: boolean;
  /** Of items of which one holds. */
  checked?: boolean;
}

interface MenuProps {
  /** What a screen reader says of the button. */
  label: string;
  items: readonly MenuItem[];
  /** What the button shows. */
  children: ReactNode;
  kind?: ButtonKind;
  className?: string;
  /** For menus that come into being when they are asked for. */
  isOpenAtFirst?: boolean;
}

const EDGE_PX = 4;

/** A button with a list of actions: arrows move, Escape closes, as WAI-ARIA says for menu buttons. */
export function Menu({label, items, children, kind = 'quiet', className, isOpenAtFirst = false}: MenuProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (isOpen && frame.current && list.current) {
      showBeside(list.current, frame.current);
      enabled(list.current)[0]?.focus();
    }
  }, [isOpen]);

  useEffect(() => {
    if (!isOpen) {
      return;
    }
    const closeOutside = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    document.addEventListener('scroll', closeOutside, true);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
      document.removeEventListener('scroll', closeOutside, true);
    };
  }, [isOpen]);

  const close = () => {
    setOpen(false);
    frame.current?.querySelector('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(event.key)) {
      event.preventDefault();
      move(enabled(list.current), event.key);
    }
  };

  return (
    <div ref={frame} className={classes(styles.frame, className)}>
      <Button kind={kind} aria-label={label} title={label} aria-haspopup="menu" aria-expanded={isOpen} aria-controls={id}
        onClick={() => setOpen(!isOpen)}>
        {children}
      </Button>
      {isOpen && (
        <div ref={list} id={id} popover="manual" role="menu" aria-label={label} className={styles.menu} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button key={item.label} type="button" tabIndex={-1} disabled={item.disabled} className={styles.item}
              data-danger={item.danger || undefined} onClick={() => {
                close();
                item.onSelect();
              }} {...(item.checked === undefined
                ? {role: 'menuitem'}
                : {role: 'menuitemradio', 'aria-checked': item.checked})}>
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** In the top layer, so that no frame cuts it; above the button where there is no room below. */
function showBeside(menu: HTMLElement, button: HTMLElement) {
  menu.showPopover();
  const {top, bottom, right} = button.getBoundingClientRect();
  const {offsetHeight: height, offsetWidth: width} = menu;
  const isRoomBelow = bottom + height + EDGE_PX <= innerHeight;
  menu.style.top = `${isRoomBelow ? bottom : Math.max(EDGE_PX, top - height)}px`;
  menu.style.left = `${Math.max(EDGE_PX, right - width)}px`;
}

function enabled(list: HTMLElement | null): HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
}

function move(buttons: HTMLButtonElement[], key: string) {
  const at = buttons.findIndex((button) => button === document.activeElement);
  const targets: Record<string, number> = {ArrowDown: at + 1, ArrowUp: at - 1 + buttons.length, Home: 0, End: -1};
  buttons.at((targets[key] ?? 0) % buttons.length)?.focus();
}
