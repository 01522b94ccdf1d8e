import {useRef, useState} from 'react';
import {useLocation, useSearch} from 'wouter';
import {useMay} from '../api/roles';
import type {Phase, Title} from '../api/types';
import {strings} from '../strings';
import {Button, ButtonLink, Empty, ErrorState, Loading, Page} from '../ui';
import {DropArea} from '../upload/DropArea';
import type {TitleAction} from './actions';
import type {BulkResult} from './bulk';
import {BulkBar} from './BulkBar';
import {BulkFailures} from './BulkFailures';
import {readFilter, writeFilter, type TitleFilter} from './filter';
import {FilterBar} from './FilterBar';
import {ProgressBar} from './ProgressBar';
import {chosenOf, NOTHING, type Selection} from './selection';
import {TitleList} from './TitleList';
import styles from './TitlesPage.module.css';
import {useActions} from './useActions';
import {useAllMatching} from './useAllMatching';
import {useTitles} from './useTitles';

const text = strings.titles;
const PHASES = Object.keys(strings.common.phases) as readonly Phase[];

export function TitlesPage() {
  const [, go] = useLocation();
  const mayUpload = useMay('editor');
  const filter = readFilter(useSearch(), PHASES);
  const [selection, setSelection] = useState(NOTHING);
  const change = (next: TitleFilter) => {
    setSelection(NOTHING);
    go(`/titles${writeFilter(next)}`, {replace: true});
  };
  const actions = mayUpload && <ButtonLink href="/upload" kind="primary">{text.upload}</ButtonLink>;
  return (
    <DropArea isOff={!mayUpload} onDropped={() => go('/upload')}>
      <Page title={text.pageTitle} actions={actions} full>
        <FilterBar filter={filter} onChange={change}/>
        <Titles filter={filter} onFilter={change} selection={selection} onSelect={setSelection}/>
      </Page>
    </DropArea>
  );
}

interface TitlesProps {
  filter: TitleFilter;
  onFilter: (filter: TitleFilter) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

function Titles({filter, onFilter, selection, onSelect}: TitlesProps) {
  const list = useTitles(filter);
  const {titles, error, isPending, refetch} = list;
  const {run, progress, stop} = useActions(true);
  const [result, setResult] = useState<BulkResult>();
  const frame = useRef<HTMLDivElement>(null);
  const act = async (action: TitleAction, chosen: readonly Title[]) => {
    onSelect(chosenOf(chosen));
    const outcome = await run(action, chosen);
    // What was not done stays chosen, for another try.
    onSelect(chosenOf([...outcome.failed.map(({title}) => title), ...outcome.left]));
    setResult(chosen.length > 1 && outcome.failed.length > 0 ? outcome : undefined);
    if (document.activeElement === document.body) {
      // The button that was pressed is gone.
      frame.current?.focus();
    }
  };
  if (isPending) {
    return <Loading/>;
  }
  return (
    <div ref={frame} className={styles.titles} tabIndex={-1}>
      {error && <ErrorState error={error} onRetry={() => void refetch()}/>}
      {progress
        ? <ProgressBar {...progress} words={text.bulkProgress(progress.action, progress.at, progress.of)} onStop={stop}/>
        : titles.length > 0 && <Chosen list={list} selection={selection} onSelect={onSelect} onAct={(action, chosen) => void act(action, chosen)}/>}
      {titles.length > 0 && (
        <TitleList list={list} sort={filter.sort} onSort={(sort) => onFilter({...filter, sort})}
          selection={selection} onSelect={onSelect}/>
      )}
      {titles.length === 0 && !error && <NoTitles filter={filter} onFilter={onFilter}/>}
      {result && <BulkFailures result={result} onClose={() => setResult(undefined)}/>}
    </div>
  );
}

interface ChosenProps extends Pick<TitlesProps, 'selection' | 'onSelect'> {
  list: ReturnType<typeof useTitles>;
  onAct: (action: TitleAction, titles: readonly Title[]) => void;
}

/** How many titles there are, or what can be done with those that are chosen. */
function Chosen({list, selection, onSelect, onAct}: ChosenProps) {
  const {titles, total, hasNextPage} = list;
  const all = useAllMatching(list, (read) => onSelect(chosenOf(read)));
  const chosen = titles.filter(({titleId}) => selection.ids.has(titleId));
  if (all.isReading) {
    return <ProgressBar words={text.readingAll(titles.length, total)} at={titles.length} of={total} onStop={all.stop}/>;
  }
  return chosen.length === 0
    ? <p className={styles.count} role="status">{text.titlesOf(total)}</p>
    : (
      <BulkBar titles={chosen} onAct={onAct} onClear={() => onSelect(NOTHING)}>
        {hasNextPage && chosen.length === titles.length && <Button onClick={all.begin}>{text.selectAllMatching(total)}</Button>}
      </BulkBar>
    );
}

function NoTitles({filter, onFilter}: Pick<TitlesProps, 'filter' | 'onFilter'>) {
  const isFiltered = filter.query !== '' || filter.phases.length > 0;
  return isFiltered
    ? (
      <Empty title={text.noneTitle} hint={text.noneHint}>
        <Button onClick={() => onFilter({...filter, query: '', phases: []})}>
          {text.showAll}
        </Button>
      </Empty>
    )
    : (
      <Empty title={text.emptyTitle} hint={text.emptyHint}>
        <ButtonLink href="/upload" kind="primary">{text.upload}</ButtonLink>
      </Empty>
    );
}
