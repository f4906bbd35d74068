declare global {
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

// Runs before the page's own scripts. Zod would try to compile its schemas, which the page's CSP refuses and reports.
// Zod reads its settings from here; by its own `config()` it would be loaded on pages that have no schema.
globalThis.__zod_globalConfig = { jitless: true }

export {}
