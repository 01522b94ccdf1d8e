export const operations = {
  pageTitle: 'Operations',
} as const;
