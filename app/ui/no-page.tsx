/** The page of a route that only acts: because there is one, what goes wrong there is shown as the site's error page. */
export function NoPage(): null {
  return null;
}
