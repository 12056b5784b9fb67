import type { NextConfig } from 'next';

/** Headers that hold for every answer, whoever made it. The content policy of pages needs a nonce and comes from proxy.ts. */
const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  images: { unoptimized: true },
  // Types are checked by `npm run check`; checking again inside the build only makes the first start slower.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Fewer and bigger files compress better: a first page is some kilobytes lighter for it.
    turbopackChunking: { minChunkSize: 200_000 },
  },
  headers: async () => [{ source: '/:path*', headers: EVERYWHERE }],
};

export default config;
