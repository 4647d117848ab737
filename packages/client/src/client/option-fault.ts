/**
 * An option is wrong. This class keeps the checks free of imports from the rest of the package: the client imports the checks, and bundlers
 * initialise files that import each other in an arbitrary order.
 */
export class OptionFault extends Error {}
