import "@remix-run/server-runtime";
import type { Locale } from "./lib/words.ts";

declare module "@remix-run/server-runtime" {
  // Without this, what a loader returns is typed as if it had been through JSON.
  interface Future {
    v3_singleFetch: true;
  }

  interface AppLoadContext {
    /** The address of the visitor's network, for limits; never stored or logged as it is. */
    network: string;
    /** Whether the request came over this machine's loopback. */
    loopback: boolean;
    /** In which language the address asks; English where it names none. */
    locale?: Locale;
    /** Set by an action that refuses a form: its page is rendered by the same request, and its title says so. */
    refused?: boolean;
    /** Set by an action whose own page is its answer, where its loader leads elsewhere. */
    answered?: boolean;
  }
}
