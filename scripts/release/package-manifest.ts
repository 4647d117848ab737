/** A condition of `exports` or `imports`: a file, `null`, or further conditions. */
export type ExportTarget = string | null | { readonly [condition: string]: ExportTarget };

/** What this repository reads of a `package.json`. */
export interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly exports?: ExportTarget;
  readonly imports?: ExportTarget;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}
