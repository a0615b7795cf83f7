declare module '@ballpark/data' {
  /** The packed built-in data, one JSON string. */
  const json: string;
  export default json;
}
