import { defineConfig } from "vite";

/** The web and worker processes in JavaScript. Compiled while they start, they needed twice the time (docs/decisions/020). */
export default defineConfig({
  publicDir: false,
  logLevel: "warn",
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/processes",
    rollupOptions: {
      input: ["server/web.ts", "server/worker.ts"],
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
});
