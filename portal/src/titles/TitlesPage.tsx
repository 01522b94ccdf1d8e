import {useState} from 'react';
import {useLocation, useSearch} from 'wouter';
import {useMay} from '../api/roles';
import type {Phase} from '../api/types';
import {strings} from '../strings';
import {Button, ButtonLink, Empty, ErrorState, Loading, Page} from '../ui';
import {DropArea} from '../upload/DropArea';
import {BulkBar} from './BulkBar';
import {readFilter, writeFilter, type TitleFilter} from './filter';
import {FilterBar} from './FilterBar';
import {NOTHING, type Selection} from './selection';
import {TitleList} from './TitleList';
import styles from './TitlesPage.module.css';
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
  const {titles, total, error, isPending, refetch} = list;
  if (isPending) {
    return <Loading/>;
  }
  if (titles.length === 0) {
    return error
      ? <ErrorState error={error} onRetry={() => void refetch()}/>
      : <NoTitles filter={filter} onFilter={onFilter}/>;
  }
  const chosen = titles.filter(({titleId}) => selection.ids.has(titleId));
  return (
    <div className={styles.titles}>
      {error && <ErrorState error={error} onRetry={() => void refetch()}/>}
      {chosen.length > 0
        ? <BulkBar titles={chosen} onClear={() => onSelect(NOTHING)}/>
        : <p className={styles.count} role="status">{text.titlesOf(total)}</p>}
      <TitleList list={list} sort={filter.sort} onSort={(sort) => onFilter({...filter, sort})}
        selection={selection} onSelect={onSelect}/>
    </div>
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
