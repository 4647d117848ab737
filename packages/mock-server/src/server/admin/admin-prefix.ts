/** Path of the admin API and the status page. */
export const adminPrefix = '/__mock/';
