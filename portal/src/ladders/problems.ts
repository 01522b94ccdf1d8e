import {keepPreviousData, useQuery} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import {api, call} from '../api/client';
import type {ProfileCheck} from '../api/types';
import {placed, type LadderProblem} from './placed';

export type {LadderProblem} from './placed';

export interface LadderCheck {
  problems: readonly LadderProblem[];
  /** The text is newer than the answer. */
  isChecking: boolean;
  error: unknown;
}

const PAUSE_MS = 300;

/** The server's word on a ladder file, a moment after the last change of it. */
export function useLadderCheck(text: string): LadderCheck {
  const settled = useSettled(text, PAUSE_MS);
  const check = useQuery({
    queryKey: ['profileCheck', settled],
    queryFn: async ({signal}) => placed(settled, await checkLadder(settled, signal)),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
  return {
    problems: check.data ?? [],
    isChecking: settled !== text || check.isFetching,
    error: check.error,
  };
}

function checkLadder(text: string, signal: AbortSignal): Promise<ProfileCheck> {
  return call(api.POST('/api/v1/profiles/check', {
    body: text,
    bodySerializer: (body: string) => body,
    headers: {'Content-Type': 'application/yaml'},
    signal,
  }));
}

function useSettled(text: string, pauseMillis: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMillis);
    return () => clearTimeout(timer);
  }, [text, pauseMillis]);
  return settled;
}
