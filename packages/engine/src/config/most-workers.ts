/** Worker processes that an engine, or a command that compares many pairs, starts at most. */
export const mostWorkers = 256;
