/** HEAD is answered as GET is: the server leaves the body out and says how long it would be. */
export function asGet(request: Request): Request {
  return request.method === "HEAD" ? new Request(request, { method: "GET" }) : request;
}
