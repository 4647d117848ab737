/** First byte of a TLS ClientHello record (RFC 8446, 5.1). */
export const tlsHandshake = 0x16;
