export const title = {
  pageTitle: 'Title',
} as const;
