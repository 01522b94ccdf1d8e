export const titles = {
  pageTitle: 'Titles',
} as const;
