// What happened.

export const log = {
  title: 'Log',
  empty: 'Nothing has happened yet',
  emptyHint: 'Phases and given-up tasks show here as they happen.',
  run: (version: number, run: number) => (run > version ? `version ${version}, try ${run}` : `version ${version}`),
  givenUp: (step: string, task: string | undefined, attempt: number | undefined) =>
    `Given up: ${step.toLowerCase().replaceAll('_', ' ')}${task ? `, ${task.toLowerCase().replaceAll('_', ' ')}` : ''}${attempt ? `, attempt ${attempt}` : ''}`,
  by: (worker: string) => `on ${worker}`,
} as const;
