/** The V3 algorithm with SM3 instead of SHA-256; hand it to `signV3`. Verifying knows it anyway. */
export { acs3HmacSm3 } from '../src/v3-algorithm-sm3.ts';
