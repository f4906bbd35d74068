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
  // Browsers look for it wherever a document names no icon: a file of ours, an answer of the API.
  rewrites: () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
  },
}

export default config
