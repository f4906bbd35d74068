import { existsSync } from 'node:fs'
import { defineConfig } from 'prisma/config'

// Prisma's own engine is a download, which a closed network refuses. Ours comes with the packages.
// Both are for the child processes that this command line starts after it has read this file.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= `${import.meta.dirname}/prisma/schema-engine.mjs`
process.env.CHECKPOINT_DISABLE ??= '1'
if (existsSync('.env')) process.loadEnvFile('.env')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unset@127.0.0.1:1/unset' },
})
