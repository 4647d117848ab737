/**
 * Bounds that keep header reading quick on hostile files. They are properties of this reader, not of the contract:
 * honest files stay far below each.
 */
export const structureLimits = {
  /** JPEG segments, PNG or WebP chunks, GIF blocks, TIFF pages that are visited. */
  maxSegments: 10_000,
  /** Entries of one TIFF directory that are looked at. */
  maxDirectoryEntries: 4_096,
  /** Bytes of an XMP packet that are searched. */
  maxXmpBytes: 1_048_576,
  /** Bytes a PNM header may take, comments included. */
  maxPnmHeaderBytes: 65_536,
  /**
   * JPEG scans: a decoder passes over the whole picture once per scan, so 60 kB of legal scans cost seconds.
   * The largest honest count seen in public corpora is 20.
   */
  maxScans: 32,
} as const;
