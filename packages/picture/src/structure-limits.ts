/** Limits that keep header reading fast on hostile files. They belong to this reader, not to the contract; ordinary files stay far below them. */
export const structureLimits = {
  /** Most JPEG segments, PNG or WebP chunks and GIF blocks read. */
  maxSegments: 10_000,
  /**
   * Most frames of an animated WebP and pages of a TIFF. Their decoders follow a list up to each frame whenever a file is opened, which takes time that grows with
   * the square: 10,000 take half a second each time, 2,000 some 30 ms. A GIF's are read in one pass, and of a PNG only one picture is decoded.
   */
  maxFrames: 2_000,
  /** Most entries read of a TIFF directory. */
  maxDirectoryEntries: 4_096,
  /** Most bytes searched of an XMP packet. */
  maxXmpBytes: 1_048_576,
  /** Most bytes of a PNM header, comments included. */
  maxPnmHeaderBytes: 65_536,
  /**
   * Most JPEG scans. A decoder passes over the whole picture once per scan, so 60 kB of legal scans cost seconds. The largest count seen in
   * public corpora is 20.
   */
  maxScans: 32,
} as const;
