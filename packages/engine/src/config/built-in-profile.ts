/** Name of the built-in similarity profile. */
export const builtInProfile = 'default';
