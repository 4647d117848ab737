/** Thrown for kinds of TIFF that an engine decodes and this page does not. */
export class UnreadTiff extends Error {}
