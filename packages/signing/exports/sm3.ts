/** The V3 algorithm with SM3 instead of SHA-256, to be passed to `signV3`. Verification always accepts both. */
export { acs3HmacSm3 } from '../src/v3-algorithm-sm3.ts';
