import { arrows } from "./tests/architecture/arrows.mjs";

const features = Object.keys(arrows);

const betweenFeatures = features.map((feature) => ({
  name: `arrows-of-${feature}`,
  comment: `${feature} may import only: ${arrows[feature].join(", ") || "nothing"}`,
  severity: "error",
  from: { path: `^app/features/${feature}/` },
  to: { path: "^app/features/", pathNot: `^app/features/(${[feature, ...arrows[feature]].join("|")})/` },
}));

export default {
  forbidden: [
    ...betweenFeatures,
    {
      name: "feature-without-arrows",
      comment: "Every folder of app/features stands in tests/architecture/arrows.mjs",
      severity: "error",
      from: { path: `^app/features/(?!(${features.join("|")})/)` },
      to: { path: "." },
    },
    {
      name: "nothing-imports-a-route",
      severity: "error",
      from: { pathNot: "^app/routes/" },
      to: { path: "^app/routes/" },
    },
    {
      name: "lib-is-the-ground",
      severity: "error",
      from: { path: "^app/lib/" },
      to: { path: "^(app/(features|http|routes|ui)|server)/" },
    },
    {
      name: "features-do-not-look-up",
      severity: "error",
      from: { path: "^app/features/" },
      to: { path: "^(app/(http|routes)|server)/" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: ["^app/(features|http|routes)/", "^server/", "^app/lib/.*\\.server\\.ts$"] },
    },
    {
      name: "http-does-not-know-pages",
      severity: "error",
      from: { path: "^app/http/" },
      to: { path: "^(app/(routes|ui)|server)/" },
    },
    {
      name: "only-the-edge-reads-the-clock",
      comment: "A feature is given `now` in `by`",
      severity: "error",
      from: { path: "^app/(features|ui|lib)/", pathNot: ["^app/lib/clock", "\\.test\\.tsx?$"] },
      to: { path: "^app/lib/clock\\.server\\.ts$" },
    },
    {
      name: "views-import-no-server-code",
      comment: "A view that reaches server code ships it, with its secrets, to the browser",
      severity: "error",
      from: { path: "^app/(features|ui)/.*(\\.tsx|\\.client\\.ts)$", pathNot: "\\.(mail|test)\\.tsx$" },
      to: { path: "\\.server\\.tsx?$" },
    },
    {
      name: "internal-is-internal",
      severity: "error",
      from: { path: "^app/features/([^/]+)/" },
      to: { path: "^app/features/[^/]+/internal/", pathNot: "^app/features/$1/" },
    },
    {
      name: "the-worker-never-loads-the-build",
      severity: "error",
      from: { path: "^server/", pathNot: "^server/web" },
      to: { path: "^build/" },
    },
    {
      name: "the-web-process-takes-domain-code-from-the-build",
      comment: "Importing both gives two pools and two caches",
      severity: "error",
      from: { path: "^server/web" },
      to: { path: "^app/features/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["app/lib/generated", "^build/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
