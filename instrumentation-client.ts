import { config } from 'zod/v4/core'

// Runs before the page's own scripts. Zod would try to compile its schemas, which the page's CSP refuses and reports.
config({ jitless: true })
