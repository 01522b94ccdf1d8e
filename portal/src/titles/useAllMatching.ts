import {useEffect, useEffectEvent, useState} from 'react';
import type {Title} from '../api/types';

interface Loading {
  titles: readonly Title[];
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** Reads the list to its end, then gives all that is in it; it can be stopped. */
export function useAllMatching(list: Loading, onRead: (titles: readonly Title[]) => void) {
  const [isReading, setReading] = useState(false);
  const {titles, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage} = list;
  const goOn = useEffectEvent(() => {
    if (hasNextPage && !isFetchNextPageError) {
      fetchNextPage();
      return;
    }
    setReading(false);
    if (!hasNextPage) {
      onRead(titles);
    }
  });
  useEffect(() => {
    if (isReading && !isFetchingNextPage) {
      goOn();
    }
  }, [isReading, isFetchingNextPage, titles.length]);
  return {isReading, begin: () => setReading(true), stop: () => setReading(false)};
}
