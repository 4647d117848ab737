/** Addresses of servers as users write them, read the same way by the client and the documentation. */
export { isLoopback, parseServerAddress } from '../src/server-address.ts';
