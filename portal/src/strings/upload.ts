export const upload = {
  pageTitle: 'Upload',
} as const;
