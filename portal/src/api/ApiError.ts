import {strings} from '../strings';
import type {Problem} from './types';

/** A refusal of the API, or an answer that never came: status 0. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly advice: string;
  /** How long the server asks to wait, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail' | 'advice'>, retryAfterSeconds?: number) {
    super(problem.detail);
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.advice = problem.advice;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get isTemporary(): boolean {
    return [0, 408, 423, 425, 429].includes(this.status) || this.status >= 500;
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'advice' in body;
}

export function unreachable(): ApiError {
  const {unreachable: detail, unreachableAdvice: advice} = strings.common;
  return new ApiError({status: 0, code: 'UNREACHABLE', detail, advice});
}

/** The error that an answer with this status and parsed body means. */
export function refusalOf(response: Response, body: unknown): ApiError {
  const wait = Number(response.headers.get('Retry-After')) || undefined;
  if (isProblem(body)) {
    return new ApiError({...body, status: response.status}, wait);
  }
  const {wrongAnswer, wrongAnswerAdvice: advice} = strings.common;
  return new ApiError({status: response.status, code: `HTTP_${response.status}`, detail: wrongAnswer(response.status), advice}, wait);
}
