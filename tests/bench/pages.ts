import { fork } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import autocannon from "autocannon";
import { startInstallation } from "../support/installation.ts";
import { printRatio } from "./figures.ts";

const connections = 20;
const seconds = 5;
const path = "/c/detained";

/** The campaign's page against a bare Node server that sends the same bytes. */
export const benchPage = () => benchBytes("page", path);
/** `count.json` likewise. */
export const benchCount = () => benchBytes("count", `${path}/count.json`);

async function benchBytes(name: string, address: string): Promise<void> {
  const installation = await startInstallation();
  const bare = fork(new URL("bare-server.mjs", import.meta.url));
  try {
    bare.send(await answerOf(installation.url + address));
    const [port] = (await once(bare, "message")) as [number];
    const rate = (url: string) => async () => {
      const { requests, non2xx, errors } = await autocannon({
        url,
        connections,
        duration: seconds,
        headers: { "accept-encoding": "gzip" },
      });
      if (non2xx + errors > 0) throw new Error(`${non2xx} answers of ${url} were no success, ${errors} failed`);
      return requests.average;
    };
    await printRatio(name, {
      contender: rate(installation.url + address),
      limit: rate(`http://127.0.0.1:${port}/`),
    });
  } finally {
    bare.disconnect();
    await installation.stop();
  }
}

/** What a browser gets, packed as it gets it. */
function answerOf(url: string): Promise<{ headers: string[]; body: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const named = Object.entries(answer.headers).filter(([name]) => !/^(date|connection|keep-alive)$/.test(name));
        const headers = named.flatMap(([header, value]) => [header, String(value)]);
        resolve({ headers, body: Buffer.concat(chunks).toString("base64") });
      });
    })
      .on("error", reject)
      .end();
  });
}
