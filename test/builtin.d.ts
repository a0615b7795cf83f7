declare module '@ballpark/data' {
  const json: string;
  export default json;
}
