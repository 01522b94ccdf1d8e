import {keepPreviousData, useQuery} from '@tanstack/react-query';
import {useEffect, useState} from 'react';
import {api, call} from '../api/client';
import type {ProfileCheck} from '../api/types';
import {pathAtPlace, pathText} from './ladder';

/** What is wrong in a ladder file, at its line and column from 1 and at its field such as `rungs[2].preset`. */
export interface LadderProblem {
  message: string;
  advice: string;
  line?: number;
  column?: number;
  /** Empty for the file as a whole. */
  field: string;
}

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

export function placed(text: string, check: ProfileCheck): LadderProblem[] {
  return check.problems.map(({message, advice, line, column}) => ({
    message,
    advice,
    line,
    column,
    field: line === undefined ? '' : pathText(pathAtPlace(text, line, column ?? 1)),
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
