import { arrows, figures, knownToAll } from "./tests/architecture/arrows.mjs";

const features = Object.keys(arrows);

const betweenFeatures = features.map((feature) => {
  const known = [feature, ...arrows[feature], ...knownToAll];
  const alsoFigures = feature === "reporting" ? [figures] : [];
  return {
    name: `arrows-of-${feature}`,
    comment: `${feature} may import only: ${arrows[feature].join(", ") || "nothing"}`,
    severity: "error",
    from: { path: `^app/features/${feature}/` },
    to: { path: "^app/features/", pathNot: [`^app/features/(${known.join("|")})/`, ...alsoFigures] },
  };
});

const tests = ["\\.(test|fixture)\\.tsx?$", "^tests/"];

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
      comment: "Two routes that need one thing find it in a feature or in http/",
      severity: "error",
      from: { pathNot: tests },
      to: { path: "^app/routes/" },
    },
    {
      name: "app-knows-no-process",
      comment: "server/ composes: it imports the app, never the other way round",
      severity: "error",
      from: { path: "^app/", pathNot: tests },
      to: { path: "^(server|tests)/" },
    },
    {
      name: "lib-is-the-ground",
      severity: "error",
      from: { path: "^app/lib/" },
      to: { path: "^app/(features|http|routes|ui|root|entry)" },
    },
    {
      name: "features-do-not-look-up",
      severity: "error",
      from: { path: "^app/features/", pathNot: tests },
      to: { path: "^app/(http|routes|root|entry)" },
    },
    {
      name: "views-alone-use-the-design",
      comment: "A verb returns values and codes; what they look like is a view's",
      severity: "error",
      from: { path: "^app/features/.*\\.ts$", pathNot: tests },
      to: { path: "^app/ui/" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: ["^app/(features|http|routes|root|entry)", "^app/lib/.*\\.server\\.ts$"] },
    },
    {
      name: "http-does-not-know-pages",
      severity: "error",
      from: { path: "^app/http/" },
      to: { path: "^app/(routes|ui|root|entry)" },
    },
    {
      name: "only-the-edge-knows-remix",
      comment: "A feature never sees a request or a cookie",
      severity: "error",
      from: { path: "^app/(features|lib|ui)/", pathNot: tests },
      to: { path: "(^|/)@remix-run/(?!react)" },
    },
    {
      name: "only-the-edge-reads-the-clock",
      comment: "Whoever else needs an instant is given `now` in `by`",
      severity: "error",
      from: { path: "^app/(?!http/)", pathNot: tests },
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
      name: "internal-is-not-for-pages",
      severity: "error",
      from: { path: "^(app/(?!features/)|server/)", pathNot: tests },
      to: { path: "^app/features/[^/]+/internal/" },
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
    exclude: { path: ["^app/lib/generated/", "^build/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "node", "default"],
    },
  },
};
