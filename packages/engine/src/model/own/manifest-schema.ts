import type { Interpolation } from './pillow-resize.ts';

/** How a picture becomes the network's square input. */
export type InputFit = 'squash' | 'centre-crop';
/** How a network's output becomes one vector. */
export type OutputPooling = 'none' | 'first-token' | 'mean-tokens' | 'mean-cells';

/** Where a model's files are published. */
export interface ModelDownload {
  /** Owner and name on the hub. */
  readonly repository: string;
  /** Commit, tag or branch; a commit always gives the same bytes. */
  readonly revision: string;
  /** The model first, then the other files it reads, under the names it expects. */
  readonly files: readonly {
    readonly path: string;
    /** Name beside the manifest. */
    readonly as: string;
    readonly sha256?: string;
    readonly bytes?: number;
  }[];
}

/** A manifest of an image-embedding network in ONNX format, as read from YAML. */
export interface ModelManifest {
  readonly name: string;
  readonly description?: string;
  readonly licence?: string;
  readonly source?: string;
  readonly obtain?: string;
  /** Path of the ONNX file, relative to the manifest. */
  readonly file: string;
  /** SHA-256 of the file, lower-case hexadecimal; when absent, `model check` prints it and serving refuses the model. */
  readonly sha256?: string;
  /** Weights that the ONNX file reads from a file beside it, by the name written in it. */
  readonly weights?: { readonly file: string; readonly sha256?: string };
  /** What `semblance model add` fetches. */
  readonly download?: ModelDownload;
  readonly input: {
    /** Default: the network's only input. */
    readonly name?: string;
    readonly side: number;
    readonly fit: InputFit;
    /** For `centre-crop`: the short side is first resized to this; default `side`. */
    readonly shortSide?: number;
    /** Filter of resizing, as in Pillow; default `bilinear`. */
    readonly interpolation?: Interpolation;
    readonly layout: 'nchw' | 'nhwc';
    readonly channels: 'rgb' | 'bgr';
    /** Subtracted from, and divided out of, values 0…1. */
    readonly mean: readonly [number, number, number];
    readonly std: readonly [number, number, number];
  };
  readonly output: {
    /** Default: the network's only output. */
    readonly name?: string;
    readonly pooling: OutputPooling;
    readonly dimensions: number;
  };
  readonly calibration: {
    readonly version: string;
    /** Knots from cosine to score, both strictly rising. */
    readonly knots: readonly (readonly [number, number])[];
  };
}

const text = { type: 'string', minLength: 1 } as const;
const optionalText = { ...text, nullable: true } as const;
const checksum = { type: 'string', pattern: '^[0-9a-f]{64}$', nullable: true } as const;
/** A plain file name, which cannot leave the manifest's folder. */
const fileName = { ...text, pattern: '^[A-Za-z0-9_-][A-Za-z0-9._-]*$' } as const;
const triple = { type: 'array', items: { type: 'number' }, minItems: 3, maxItems: 3 } as const;

/** JSON Schema of a manifest. */
export const manifestSchema: Readonly<Record<string, unknown>> = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'file', 'input', 'output', 'calibration'],
  properties: {
    name: { ...text, pattern: '^[a-z0-9][a-z0-9.-]*$' },
    description: optionalText,
    licence: optionalText,
    source: optionalText,
    obtain: optionalText,
    file: text,
    sha256: checksum,
    weights: {
      type: 'object',
      additionalProperties: false,
      required: ['file'],
      properties: { file: fileName, sha256: checksum },
      nullable: true,
    },
    download: {
      type: 'object',
      additionalProperties: false,
      required: ['repository', 'revision', 'files'],
      properties: {
        repository: { ...text, pattern: '^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$' },
        revision: { ...text, pattern: '^[A-Za-z0-9._-]+$' },
        files: {
          type: 'array',
          minItems: 1,
          maxItems: 4,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['path', 'as'],
            properties: {
              path: { ...text, pattern: '^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$' },
              as: fileName,
              sha256: checksum,
              bytes: { type: 'integer', minimum: 1, nullable: true },
            },
          },
        },
      },
      nullable: true,
    },
    input: {
      type: 'object',
      additionalProperties: false,
      required: ['side', 'fit', 'layout', 'channels', 'mean', 'std'],
      properties: {
        name: optionalText,
        side: { type: 'integer', minimum: 16, maximum: 1024 },
        fit: { enum: ['squash', 'centre-crop'] },
        shortSide: { type: 'integer', minimum: 16, maximum: 1024, nullable: true },
        interpolation: { enum: ['bilinear', 'bicubic'] },
        layout: { enum: ['nchw', 'nhwc'] },
        channels: { enum: ['rgb', 'bgr'] },
        mean: triple,
        std: { ...triple, items: { type: 'number', exclusiveMinimum: 0 } },
      },
    },
    output: {
      type: 'object',
      additionalProperties: false,
      required: ['pooling', 'dimensions'],
      properties: {
        name: optionalText,
        pooling: { enum: ['none', 'first-token', 'mean-tokens', 'mean-cells'] },
        dimensions: { type: 'integer', minimum: 2, maximum: 8192 },
      },
    },
    calibration: {
      type: 'object',
      additionalProperties: false,
      required: ['version', 'knots'],
      properties: {
        version: text,
        knots: {
          type: 'array',
          minItems: 2,
          maxItems: 64,
          items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
        },
      },
    },
  },
} as const;
