/** The reader's languages: plain JSON in `l10n/`, inlined by the bundler. */
declare module '@ballpark/l10n/*' {
  const json: unknown;
  export default json;
}
