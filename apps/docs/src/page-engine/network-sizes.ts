declare const networkFileBytes: { readonly model: number; readonly runtime: number };

/** Lengths of the two files that the page's engine loads; put in by the build, which has the files. */
export const { model: modelBytes, runtime: runtimeBytes } = networkFileBytes;
