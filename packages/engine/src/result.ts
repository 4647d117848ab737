/** The outcome of a step that may fail for a reason the caller has to handle. Bugs throw instead. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Problem };
