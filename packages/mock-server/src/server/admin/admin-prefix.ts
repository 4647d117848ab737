/** Everything of the admin API and the status page lies under this path. */
export const adminPrefix = '/__mock/';
