/** Limits that keep header reading fast on hostile files. They belong to this reader, not to the contract; ordinary files stay far below them. */
export const structureLimits = {
  /** Most JPEG segments, PNG or WebP chunks, GIF blocks or TIFF pages read. */
  maxSegments: 10_000,
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
