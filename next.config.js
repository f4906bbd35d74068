/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Native or self-locating packages: bundling them breaks their own file look-ups.
  serverExternalPackages: [
    '@duckdb/node-api',
    '@node-rs/argon2',
    'pg-boss',
    'pg',
    'pino',
    'undici',
    'yauzl',
  ],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
  },
}

export default config
