declare const networkFileBytes: { readonly model: number; readonly runtime: number };

/** Sizes in bytes of the two files that the page's engine loads, inserted by the build. */
export const { model: modelBytes, runtime: runtimeBytes } = networkFileBytes;
