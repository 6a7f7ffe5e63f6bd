import { notFound } from "#app/http/responses.server.ts";

/** Whatever has no page. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function Nothing() {
  return null;
}
