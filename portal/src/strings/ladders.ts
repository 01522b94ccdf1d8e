export const ladders = {
  pageTitle: 'Ladders',
} as const;
