import { formFieldMaxBytes } from '@semblance/spec/limits';

/** Limits of a form body, checked before anything is decoded. */
export interface FormLimits {
  /** Number of fields; default 100 (official clients send 14). */
  readonly maxFields?: number | undefined;
  /** Encoded bytes of a field's name; default 256. */
  readonly maxNameBytes?: number | undefined;
  /** Encoded bytes of a field's value; default the contract's: the largest picture as Base64 with every character escaped, plus a margin. */
  readonly maxValueBytes?: number | undefined;
}

export const defaultFormLimits: Readonly<Record<keyof FormLimits, number>> = {
  maxFields: 100,
  maxNameBytes: 256,
  maxValueBytes: formFieldMaxBytes,
};
