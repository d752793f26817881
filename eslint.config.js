import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

// The story is the dependency order: a noun may import those before it, never those after it.
const story = ["regions", "programmes", "providers", "people", "networks", "groups", "voices", "ideas", "projects", "rounds", "money", "diary", "lessons", "handbook", "training", "roadmap", "figures", "recommendations"];
const ground = ["data", "access", "action", "jobs", "mail", "files"];

/** Files in `target` may not import from `from`. */
const storeys = [
  { target: "./lib", from: ["./components", "./app", "./tests", "./scripts"] },
  { target: ["./app", "./components"], from: ["./tests", "./scripts"] },
  { target: "./components", from: ["./app", "./lib/data", "./lib/access/enter.ts"] },
  { target: ground.map((room) => `./lib/${room}`), from: story.map((noun) => `./lib/${noun}`) },
  { target: "./components/ui", from: story.flatMap((noun) => [`./lib/${noun}`, `./components/${noun}`]) },
  { target: "./app", from: ["./lib/data/client.ts", "./lib/data/publisher.ts"] },
  ...story.map((noun, at) => ({ target: `./lib/${noun}`, from: [...story.slice(at + 1).map((later) => `./lib/${later}`), "./lib/data/client.ts"] })),
];

const door = "A connection of its own goes round the guards: use within(), lib/access/accounts.ts for accounts, lib/data/publisher.ts to publish figures.";
const connections = [
  { name: "pg", message: door, allowTypeImports: true },
  { name: "pg-boss", message: "Work after commit is sent through lib/jobs.", allowTypeImports: true },
  { name: "@prisma/adapter-pg", message: door },
  { name: "#prisma/generated/client.ts", importNames: ["PrismaClient"], message: door, allowTypeImports: true },
];

// A call on the database: db.idea.update(…). `map.delete(…)` and `hash.update(…)` are not meant.
const onDatabase = "[callee.object.object.name=/^(db|tx|client|transaction)$/]";
const everywhere = [
  { selector: `CallExpression${onDatabase}[callee.property.name=/^(findUnique|findUniqueOrThrow|update|delete|upsert)$/]`, message: "This wants the provider typed: use findFirst, updateManyAndReturn, deleteMany or createManyAndReturn." },
  { selector: `CallExpression${onDatabase} Property[key.name=/^(connect|connectOrCreate)$/]`, message: "Write the other row's id instead of connect." },
  { selector: `CallExpression${onDatabase} > ObjectExpression > Property[key.name='cursor']`, message: "Page by (created_at, id) in `where`, not by cursor." },
  { selector: "Property[key.name=/^(select|include)$/] Property[key.name='_count']", message: "Count the rows shown by one groupBy over their ids: `_count` reads the whole table." },
];
const unsafe = { selector: "MemberExpression[property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]", message: "Text glued into SQL. Only lib/data/within.ts may, for SET LOCAL." };
const product = [
  { selector: "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']", message: "One person's request would see what another's left here: no changing value outside functions." },
  { selector: "JSXAttribute[name.name='style']", message: "The content security policy refuses style attributes: use classes." },
];
const onlyDeeds = {
  selector: "ExportNamedDeclaration > :not(VariableDeclaration), ExportNamedDeclaration > VariableDeclaration > VariableDeclarator:not([init.callee.name='action']), ExportDefaultDeclaration, ExportAllDeclaration",
  message: "Every export here is reachable from the internet: make it with action(…).",
};

const running = ["lib/**/*.{ts,tsx}", "app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}", "proxy.ts", "instrumentation.ts"];

const config = [
  { ignores: ["prisma/generated/**", ".next/**", ".data/**", ".look/**", "test-results/**", "playwright-report/**", "next-env.d.ts"] },
  ...next,
  ...typescript,
  { linterOptions: { reportUnusedDisableDirectives: "error", noInlineConfig: true } },
  {
    rules: {
      "import/no-restricted-paths": ["error", { zones: storeys }],
      "import/no-cycle": "error",
      "no-restricted-syntax": ["error", ...everywhere],
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "all" }],
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
    },
  },
  { files: running, rules: { "no-restricted-syntax": ["error", ...everywhere, ...product, unsafe], "@typescript-eslint/no-restricted-imports": ["error", { paths: connections }], "no-console": "error" } },
  { files: ["lib/data/within.ts"], rules: { "no-restricted-syntax": ["error", ...everywhere, ...product] } },
  { files: ["lib/**/actions.ts"], rules: { "no-restricted-syntax": ["error", ...everywhere, ...product, unsafe, onlyDeeds] } },
  { files: ["lib/data/client.ts", "lib/data/publisher.ts", "lib/access/accounts.ts", "lib/jobs/**/*.ts"], rules: { "@typescript-eslint/no-restricted-imports": "off" } },
];

export default config;
