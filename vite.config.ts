import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  // `ensureBuild` clears what it makes; its lock lies in the same folder.
  build: { target: "es2022", emptyOutDir: false },
  // React decides by this name which of its two builds runs. A build takes the production one, whoever starts us; for
  // that React and all that imports it have to come into the server's bundle, where the name is replaced. (The dev
  // server cannot load CommonJS that way.)
  ...(command === "build" && {
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    ssr: { noExternal: [/^react(-dom|-router|-router-dom)?($|\/)/, /^@remix-run\/react($|\/)/, /^@react-email\//] },
  }),
}));
