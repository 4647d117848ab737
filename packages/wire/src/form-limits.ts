import { formFieldMaxBytes } from '@semblance/spec/limits';

/** Bounds on a form body, checked before anything is decoded. */
export interface FormLimits {
  /** Fields in all; default 100, official clients send 14. */
  readonly maxFields?: number | undefined;
  /** Encoded bytes of a field's name; default 256. */
  readonly maxNameBytes?: number | undefined;
  /** Encoded bytes of a field's value; default the contract's: the largest picture whose Base64 consists of escapes alone, and some more. */
  readonly maxValueBytes?: number | undefined;
}

/** Default limits. */
export const defaultFormLimits: Readonly<Record<keyof FormLimits, number>> = {
  maxFields: 100,
  maxNameBytes: 256,
  maxValueBytes: formFieldMaxBytes,
};
