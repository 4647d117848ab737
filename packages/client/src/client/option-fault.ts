/**
 * What is wrong with an option. The checks know nothing of the client's errors, and so no other file of the package: it is the client that
 * needs them, and bundles of files that need each other begin in whatever order the bundler likes.
 */
export class OptionFault extends Error {}
