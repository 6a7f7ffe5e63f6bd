import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  // React decides by this name which of its two builds runs; the production one is ten times faster, whoever starts us.
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  build: { target: "es2022" },
});
