import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {yaml} from '@codemirror/lang-yaml';
import {bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting} from '@codemirror/language';
import {lintGutter, setDiagnostics, type Diagnostic} from '@codemirror/lint';
import {EditorState} from '@codemirror/state';
import {drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers} from '@codemirror/view';
import {tags} from '@lezer/highlight';
import type {LadderProblem} from './problems';

/** A text editor for ladder files. */
export interface YamlEditor {
  setText(text: string): void;
  setProblems(problems: readonly LadderProblem[]): void;
  /** Shows a line, from 1, and puts the cursor there. */
  goTo(line: number): void;
  close(): void;
}

/** Changes that come from the form. */
const FOLLOWS = 'input.form';

const COLOURS = HighlightStyle.define([
  {tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--text)', fontWeight: '500'},
  {tag: [tags.comment, tags.lineComment], color: 'var(--text-dim)', fontStyle: 'italic'},
  {tag: [tags.string, tags.content, tags.number, tags.bool], color: 'var(--accent)'},
]);

/** The Content-Security-Policy allows no data: addresses, of which the marks of problems are made by default. */
const LOOK = EditorView.theme({
  '&': {blockSize: '100%', color: 'var(--text)', backgroundColor: 'var(--surface)', fontSize: 'var(--size-small)'},
  '&.cm-focused': {outline: '2px solid var(--accent)', outlineOffset: '-2px'},
  '.cm-scroller': {fontFamily: 'var(--mono)', lineHeight: '1.5'},
  '.cm-gutters': {backgroundColor: 'var(--surface-sunken)', color: 'var(--text-dim)', border: 'none'},
  '.cm-activeLine, .cm-activeLineGutter': {backgroundColor: 'color-mix(in srgb, var(--text) 5%, transparent)'},
  '.cm-cursor': {borderLeftColor: 'var(--text)'},
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 30%, transparent)',
  },
  '.cm-tooltip': {backgroundColor: 'var(--surface-raised)', color: 'var(--text)', border: '1px solid var(--line)'},
  '.cm-diagnostic-error': {borderLeftColor: 'var(--bad)'},
  '.cm-lintRange-error': {backgroundImage: 'none', textDecoration: 'underline wavy var(--bad)', textUnderlineOffset: '3px'},
  '.cm-lintPoint-error::after': {borderBottomColor: 'var(--bad)'},
  '.cm-lint-marker-error': {content: 'normal', blockSize: '0.6em', inlineSize: '0.6em', borderRadius: '50%', backgroundColor: 'var(--bad)'},
});

/**
 * Opens an editor in a shadow tree of `host`: there its style sheets are adopted by script, which a
 * Content-Security-Policy without inline styles allows; in the document they would be elements.
 */
export function openYamlEditor(
  host: HTMLElement,
  label: string,
  text: string,
  onChange: (text: string) => void,
): YamlEditor {
  const root = host.shadowRoot ?? host.attachShadow({mode: 'open'});
  const extensions = [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    yaml(),
    syntaxHighlighting(COLOURS),
    LOOK,
    EditorView.contentAttributes.of({'aria-label': label, 'tabindex': '0'}),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((each) => each.isUserEvent(FOLLOWS))) {
        onChange(update.state.doc.toString());
      }
    }),
  ];
  const view = new EditorView({root, parent: root, state: EditorState.create({doc: text, extensions})});
  return {
    setText: (next) => {
      const change = smallestChange(view.state.doc.toString(), next);
      if (change) {
        view.dispatch({changes: change, userEvent: FOLLOWS});
      }
    },
    setProblems: (problems) => view.dispatch(setDiagnostics(view.state, problems.map((each) => diagnostic(view.state, each)))),
    goTo: (line) => {
      const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines)).from;
      view.dispatch({selection: {anchor: at}, effects: EditorView.scrollIntoView(at, {y: 'center'})});
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** The part that differs, so that the cursor stays where it is. */
export function smallestChange(old: string, next: string): {from: number; to: number; insert: string} | undefined {
  if (old === next) {
    return undefined;
  }
  let start = 0;
  while (start < old.length && old[start] === next[start]) {
    start++;
  }
  let same = 0;
  while (same < Math.min(old.length, next.length) - start && old[old.length - 1 - same] === next[next.length - 1 - same]) {
    same++;
  }
  return {from: start, to: old.length - same, insert: next.slice(start, next.length - same)};
}

function diagnostic(state: EditorState, problem: LadderProblem): Diagnostic {
  const line = state.doc.line(Math.min(Math.max(1, problem.line ?? 1), state.doc.lines));
  const from = Math.min(line.to, line.from + Math.max(0, (problem.column ?? 1) - 1));
  return {from, to: Math.max(from, line.to), severity: 'error', message: problem.message};
}
