let base = 'http://127.0.0.1:4000';

/** Says once, at the start, where browsers reach the hub. @param origin without a slash at the end */
export const setPublicUrl = (origin: string): void => {
  base = origin;
};

/** A link to a place of the hub, for messages and pages. @param path begins with a slash */
export const publicLink = (path: string): string => `${base}${path}`;
