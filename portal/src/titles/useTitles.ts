import {infiniteQueryOptions, useInfiniteQuery, useQueryClient, type InfiniteData} from '@tanstack/react-query';
import {useMemo} from 'react';
import {api, call} from '../api/client';
import {keys} from '../api/queries';
import type {Title, TitlePage} from '../api/types';
import {isDeleted} from './deleted';
import type {TitleFilter} from './filter';
import {merge, without} from './merge';
import {useDeletedTitles} from './useDeletedTitles';
import {useTitleChanges} from './useTitleChanges';

const PAGE_SIZE = 500;

function titlesQuery(filter: TitleFilter) {
  return infiniteQueryOptions({
    queryKey: [...keys.titles, filter],
    queryFn: async ({pageParam, signal}): Promise<TitlePage> => {
      const page = await call(api.GET('/api/v1/titles', {
        params: {
          query: {
            limit: PAGE_SIZE,
            sort: filter.sort,
            ...(filter.query && {query: filter.query}),
            ...(filter.phases.length > 0 && {phase: filter.phases.join(',')}),
            ...(pageParam && {cursor: pageParam}),
          },
        },
        signal,
      }));
      return {...page, titles: page.titles.filter(({titleId}) => !isDeleted(titleId))};
    },
    initialPageParam: '',
    getNextPageParam: (last: TitlePage) => last.next,
    // Comparing ten thousand titles field by field takes longer than drawing those in sight.
    structuralSharing: false,
    // Events keep the list as long as it is shown; what is kept for coming back may be old.
    staleTime: Infinity,
    refetchOnMount: 'always',
    gcTime: 5 * 60_000,
  });
}

/** The titles that fit, as far as they are loaded, kept as they change. */
export function useTitles(filter: TitleFilter) {
  const client = useQueryClient();
  const options = titlesQuery(filter);
  const query = useInfiniteQuery(options);

  useDeletedTitles((ids) => {
    client.setQueryData(options.queryKey, (list: InfiniteData<TitlePage> | undefined) =>
      list && {...list, pages: [...without(list, ids).pages]});
  });
  useTitleChanges({
    onChanged: (changed) => {
      client.setQueryData(options.queryKey, (list: InfiniteData<TitlePage> | undefined) =>
        list && {...list, pages: [...merge(list, changed, filter).pages]});
    },
    onAgain: () => void client.invalidateQueries({queryKey: options.queryKey}),
  });

  const {data} = query;
  const titles = useMemo<readonly Title[]>(() => data?.pages.flatMap((page) => page.titles) ?? [], [data]);
  const total = Math.max(titles.length, data?.pages.at(-1)?.total ?? 0);
  return {...query, titles, total};
}
