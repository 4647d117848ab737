/** A module's linear memory. Views of its buffer are void once it has grown. */
export interface LinearMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The parts of the WebAssembly interface used here; the Node types do not declare it as a value. */
interface WebAssemblyRuntime {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

const { WebAssembly: runtime } = globalThis as unknown as { readonly WebAssembly: WebAssemblyRuntime };
const pageBytes = 65_536;

/**
 * Starts a compiled module.
 * @param base64  the module, as `npm run build:wasm` writes it.
 * @param memory  another module's, for one that imports `memory` of `shared`; others import nothing.
 * @returns       its exports; `Exports` must say what the module's text says.
 */
export function startModule<Exports>(base64: string, memory?: LinearMemory): Exports {
  const module = new runtime.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  return new runtime.Instance(module, { shared: { memory } }).exports as unknown as Exports;
}

/** Makes a memory at least `bytes` long. */
export function growTo(memory: LinearMemory, bytes: number): void {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / pageBytes);
  if (missing > 0) memory.grow(missing);
}
