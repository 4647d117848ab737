/** Name of the similarity profile that needs no model of the team's own. */
export const builtInProfile = 'default';
