/** The address of a stylesheet that is loaded with a part: see load-style.ts. */
declare module "*.css" {
  const address: string;
  export default address;
}
